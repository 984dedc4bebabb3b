import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A proxy before several replicas, as nginx is with its usual settings. */
export interface RoundRobin {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** The ports of the replicas, in turn; one that nobody listens at is passed over. */
  setPorts(ports: readonly number[]): void;
  /** How many requests none of them took, or one broke off. */
  failed(): number;
  close(): void;
}

/**
 * Opens a proxy that gives each request to the next replica, and to the one after it when the connection is refused. One of which a
 * byte may have been read is never sent again: it is answered with 502, as nginx does with a POST.
 */
export async function openRoundRobin(): Promise<RoundRobin> {
  let ports: readonly number[] = [];
  let [turn, failed] = [0, 0];

  /** Resolves with whether it is over; `false`: the connection was refused. */
  function pass(port: number, incoming: IncomingMessage, body: Buffer, answer: ServerResponse): Promise<boolean> {
    return new Promise((resolve) => {
      const { method, url: path, headers } = incoming;
      const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
        response.on('end', () => resolve(true));
        response.on('error', () => {
          answer.destroy();
          resolve(true);
        });
      });
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') return resolve(false);
        failed += 1;
        if (answer.headersSent) answer.destroy();
        else answer.writeHead(502).end();
        return resolve(true);
      });
      outgoing.end(body);
    });
  }

  const server = createServer(async (incoming, answer) => {
    const body = await buffer(incoming);
    turn += 1;
    const order = ports.map((_, n) => ports[(turn + n) % ports.length] as number);
    for (const port of order) if (await pass(port, incoming, body, answer)) return;
    failed += 1;
    answer.writeHead(502).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setPorts(next) {
      ports = next;
    },
    failed: () => failed,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
