import { once } from 'node:events';
import { connect } from 'node:net';

/** A client that sends exactly the bytes it is given. */
export interface RawClient {
  send(text: string | Buffer): void;
  /** Resolves with the next answer's head, once it is there; rejects when the connection ends before. */
  head(): Promise<{ readonly status: number; readonly headers: string }>;
  /** Resolves when the server has ended the connection. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens a connection to the server of this URL. */
export async function openRawClient(url: string): Promise<RawClient> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  let received = '';
  let isOver = false;
  const wakes = new Set<() => void>();
  const wake = () => {
    for (const again of wakes) again();
  };
  const ended = Promise.withResolvers<void>();
  socket.on('data', (data) => {
    received += data;
    wake();
  });
  socket.on('error', () => {}); // a reset is an end, too
  for (const event of ['end', 'close'] as const) {
    socket.on(event, () => {
      isOver = true;
      ended.resolve();
      wake();
    });
  }
  await once(socket, 'connect');

  /** Passes over the body of the answer before. */
  function takeHead() {
    const found = /HTTP\/1\.1 (\d{3})[\s\S]*?\r\n\r\n/.exec(received);
    if (!found) return undefined;
    received = received.slice(found.index + found[0].length);
    return { status: Number(found[1]), headers: found[0].toLowerCase() };
  }

  return {
    send: (text) => void socket.write(text),
    head: () =>
      new Promise((resolve, reject) => {
        const look = () => {
          const head = takeHead();
          if (!head && !isOver) return;
          wakes.delete(look);
          if (head) resolve(head);
          else reject(new Error('the connection ended without an answer'));
        };
        wakes.add(look);
        look();
      }),
    ended: ended.promise,
    close: () => void socket.destroy(),
  };
}

/** The head of a POST that announces `length` bytes, or chunks when there is none. */
export function postHead(path: string, headers: Readonly<Record<string, string>>, length?: number): string {
  const framing = length === undefined ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) };
  const lines = Object.entries({ host: 'test', ...framing, ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** A well-formed signature of this moment that is no one's. */
export function forgedHeaders(): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
    'x-slack-signature': `v0=${'0123456789abcdef'.repeat(4)}`,
  };
}
