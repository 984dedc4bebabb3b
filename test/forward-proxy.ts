import { createServer, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { onTestFinished } from 'vitest';

/** A place behind the proxy, `HOST:PORT`. */
type Place = string;

interface Options {
  /** Names that only the proxy knows → where they are. */
  readonly hosts?: Readonly<Record<Place, Place>>;
  /** `USER:PASSWORD` that it asks for. */
  readonly login?: string;
  /** What becomes of a `CONNECT`. */
  readonly tunnels?: 'made' | 'refused' | 'never answered';
}

export interface ForwardProxy {
  readonly url: string;
  /**
   * In their order: `POST http://…` of each request it forwarded, `CONNECT HOST:PORT` of each tunnel, and what was asked first
   * in a tunnel without TLS, such as `in a tunnel: GET /path`.
   */
  readonly log: readonly string[];
}

/** A forward proxy on loopback, for the running test: absolute URLs, and tunnels by `CONNECT`. */
export async function openProxy({ hosts = {}, login, tunnels = 'made' }: Options = {}): Promise<ForwardProxy> {
  const log: string[] = [];
  const sockets = new Set<Socket>();
  const placeOf = (host: Place) => new URL(`http://${hosts[host] ?? hosts[host.replace(/:80$/, '')] ?? host}`);
  const expected = login && `Basic ${Buffer.from(login).toString('base64')}`;

  const server = createServer((incoming, answer) => {
    if (expected && incoming.headers['proxy-authorization'] !== expected) return answer.writeHead(407).end();
    const { host, pathname, search } = new URL(incoming.url ?? '');
    log.push(`${incoming.method} http://${host}${pathname}`);
    const { hostname, port } = placeOf(host);
    const { 'proxy-authorization': _, ...headers } = incoming.headers;
    const options = { hostname, port, path: pathname + search, method: incoming.method, headers, agent: false };
    const outgoing = request(options, (response) => {
      // An app that was killed meanwhile takes no answer.
      if (answer.destroyed) return response.destroy();
      answer.writeHead(response.statusCode ?? 502, response.headers);
      return pipeline(response, answer, () => {});
    });
    outgoing.on('error', () => answer.destroy());
    return pipeline(incoming, outgoing, () => {});
  });
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', ({ url = '', headers }, socket: Socket) => {
    socket.on('error', () => {});
    if (expected && headers['proxy-authorization'] !== expected) return socket.end('HTTP/1.1 407 Login\r\n\r\n');
    log.push(`CONNECT ${url}`);
    if (tunnels === 'refused') return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    if (tunnels === 'never answered') return undefined;
    const { hostname, port } = placeOf(url);
    const upstream = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.once('data', (data) => {
        const [asked] = /^[A-Z]+ \/[^ ?]*/.exec(data.toString('latin1')) ?? [];
        if (asked) log.push(`in a tunnel: ${asked}`);
      });
      pipeline(socket, upstream, () => {});
      pipeline(upstream, socket, () => {});
    });
    return upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://${login ? `${login}@` : ''}127.0.0.1:${port}`, log };
}
