import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ServedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface ServedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** `reset` breaks the connection once the request has arrived, `break-off` in the middle of the answer. */
export type Served = ServedAnswer | 'reset' | 'break-off';

/** An HTTP server that gives these answers, one a request, and the last for ever. Closed when the test is over. */
export async function openServer(...answers: readonly Served[]) {
  const requests: ServedRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    requests.push({
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    });
    const answer = answers[Math.min(requests.length, answers.length) - 1] ?? {};
    if (answer === 'reset') request.socket.destroy();
    else if (answer === 'break-off')
      response.writeHead(200, { 'content-length': '100' }).write('{"ok":', () => request.socket.destroy());
    else response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? 'ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** An answer of the Web API. */
export function json(value: unknown): ServedAnswer {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
