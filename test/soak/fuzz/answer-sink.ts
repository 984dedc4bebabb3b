import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes what the app sends to `response_url`s, and knows which of them were answered. */
export interface AnswerSink {
  /** A new address; each is one person's. */
  newUrl(): string;
  /** Resolves with how many milliseconds passed until something came to the address; `undefined` when nothing did in time. */
  answered(url: string, withinMs: number): Promise<number | undefined>;
  close(): void;
}

interface Awaited {
  readonly since: number;
  readonly told: Promise<number>;
  readonly tell: (ms: number) => void;
}

/** @param now monotonic milliseconds */
export async function openAnswerSink(now: () => number): Promise<AnswerSink> {
  const awaited = new Map<string, Awaited>();
  const server = createServer((request, response) => {
    const found = awaited.get(request.url ?? '');
    found?.tell(now() - found.since);
    request.resume();
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let made = 0;

  return {
    newUrl() {
      const path = `/answer/${made++}`;
      const { promise, resolve } = Promise.withResolvers<number>();
      awaited.set(path, { since: now(), told: promise, tell: resolve });
      return `http://127.0.0.1:${port}${path}`;
    },
    async answered(url, withinMs) {
      const { pathname } = new URL(url);
      const limit = Promise.withResolvers<undefined>();
      const timer = setTimeout(() => limit.resolve(undefined), withinMs);
      const ms = await Promise.race([awaited.get(pathname)?.told, limit.promise]);
      clearTimeout(timer);
      awaited.delete(pathname);
      return ms;
    },
    close: () => server.close(),
  };
}
