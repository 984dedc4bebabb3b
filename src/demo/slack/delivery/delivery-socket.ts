import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject, parseJson } from '../json-values.ts';
import { type Acknowledgement, type Outgoing, unacknowledged } from './delivery.ts';
import { acknowledged, toEnvelope } from './envelopes.ts';
import { createSocketFaults, type SocketFaults } from './socket-faults.ts';
import { dismiss, sendFrame } from './socket-frames.ts';

// "Socket Mode allows your app to maintain up to 10 open WebSocket connections at the same time."
const MAX_CONNECTIONS = 10;
// The SDK drops a connection that it got no ping on for 30 s.
const PING_EVERY_MS = 10_000;
// An app that doesn't answer a goodbye is cut off.
const GOODBYE_MS = 500;

interface Options {
  readonly appId: string;
  readonly timeoutMs: number;
}

/** Socket Mode: the app's open connections. */
export interface SocketHub {
  /** What tests do to the connections. */
  readonly faults: SocketFaults;
  /** A ticket for one connection. */
  issueTicket(): string;
  /** Takes a connection over from the HTTP server. Without a fresh ticket it is answered with 401. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Resolves once there is a connection; rejects when the hub closes first. */
  connected(): Promise<void>;
  /** Sends over any one connection; undefined when there is none. */
  send(outgoing: Outgoing): Promise<Acknowledgement> | undefined;
  /** Asks the app on every connection to connect anew, and closes it. */
  drop(): void;
  /** Says goodbye on every connection, and waits until they are gone. */
  close(): Promise<void>;
}

export function createSocketHub({ appId, timeoutMs }: Options): SocketHub {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const pending = new Map<string, { readonly answer: (payload: unknown) => void; readonly giveUp: () => void }>();
  const arrivals = new Set<PromiseWithResolvers<void>>();
  let open: readonly WebSocket[] = [];
  const forget = (socket: WebSocket): void => {
    open = open.filter((other) => other !== socket);
  };
  const faults = createSocketFaults({ connections: () => open, forget });

  const greet = (socket: WebSocket, stream: Duplex): void => {
    socket.on('error', () => socket.terminate());
    if (open.length >= MAX_CONNECTIONS) {
      dismiss(socket, 'too_many_websockets');
      return;
    }
    open = [...open, socket];
    const isGreeted = faults.opened(socket, stream);

    socket.on('message', (data) => {
      const answer = parseJson(String(data));
      faults.heard(answer);
      if (isObject(answer)) pending.get(String(answer.envelope_id))?.answer(answer.payload);
    });
    const pings = setInterval(() => socket.ping('Ping from stand-in'), PING_EVERY_MS);
    socket.on('close', () => {
      clearInterval(pings);
      forget(socket);
    });

    if (!isGreeted) return;
    sendFrame(socket, {
      type: 'hello',
      num_connections: open.length,
      connection_info: { app_id: appId },
      debug_info: { host: 'stand-in', approximate_connection_time: 18_060 },
    });
    socket.ping('Ping from stand-in');
    for (const arrival of arrivals) arrival.resolve();
    arrivals.clear();
  };

  return {
    faults,
    issueTicket: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(`http://localhost${request.url ?? '/'}`).searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (connection) => greet(connection, socket));
    },
    connected: () => {
      if (open.length > 0) return Promise.resolve();
      const arrival = Promise.withResolvers<void>();
      arrivals.add(arrival);
      return arrival.promise;
    },
    send: (outgoing) => {
      const [next, ...others] = open;
      if (!next) return undefined;
      open = [...others, next];

      const id = randomUUID();
      const startedAt = performance.now();
      const elapsed = (): number => performance.now() - startedAt;
      return new Promise((resolve) => {
        const settle = (acknowledgement: Acknowledgement): void => {
          clearTimeout(timer);
          pending.delete(id);
          resolve(acknowledgement);
        };
        const timer = setTimeout(() => settle(unacknowledged('operation_timeout', elapsed())), timeoutMs);
        pending.set(id, {
          answer: (payload) => settle(acknowledged(outgoing, payload, elapsed())),
          giveUp: () => settle(unacknowledged('dispatch_failed', elapsed())),
        });
        const envelope = toEnvelope(id, outgoing);
        faults.sent(envelope);
        sendFrame(next, envelope);
      });
    },
    drop: () => {
      for (const socket of open) dismiss(socket, 'refresh_requested');
      open = [];
    },
    close: async () => {
      for (const arrival of arrivals) arrival.reject(new Error('The workspace closed before the app connected'));
      for (const { giveUp } of [...pending.values()]) giveUp();
      await Promise.all([...server.clients].map(part));
    },
  };
}

async function part(socket: WebSocket): Promise<void> {
  const impatience = setTimeout(() => socket.terminate(), GOODBYE_MS);
  const closed = once(socket, 'close');
  socket.close(1001);
  await closed;
  clearTimeout(impatience);
}
