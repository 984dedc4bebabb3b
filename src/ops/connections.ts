import type { Socket } from 'node:net';

interface Options {
  readonly max: number;
  /** A connection was closed for want of room. */
  readonly onClosed: () => void;
}

/** The server's connections, and what each is doing. */
export interface Connections {
  opened(socket: Socket): void;
  /** A request has arrived whole and is being answered. */
  arrived(socket: Socket): void;
  /** One of the requests that arrived is done with. */
  answered(socket: Socket): void;
}

/**
 * Bounds the number of connections. Beyond `max` the one that has kept the app waiting longest is closed without a word to
 * make room for the new one: first of those that haven't yet sent one whole request, then of those that wait for their next.
 * So connections that are only held open keep out neither Slack nor a probe of `/healthz`. Only when all are being answered
 * is the new one closed.
 */
export function createConnections({ max, onClosed }: Options): Connections {
  const answering = new Map<Socket, number>();
  // Both in the order in which their waiting began.
  const unproven = new Set<Socket>();
  const idle = new Set<Socket>();

  function firstToGo(): Socket | undefined {
    const [socket] = unproven.size > 0 ? unproven : idle;
    return socket;
  }

  function forget(socket: Socket): void {
    answering.delete(socket);
    unproven.delete(socket);
    idle.delete(socket);
  }

  return {
    opened(socket) {
      if (answering.size + unproven.size + idle.size >= max) {
        const closed = firstToGo() ?? socket;
        forget(closed);
        closed.destroy();
        onClosed();
        if (closed === socket) return;
      }
      unproven.add(socket);
      socket.once('close', () => forget(socket));
    },
    arrived(socket) {
      if (socket.destroyed) return;
      const requests = answering.get(socket) ?? 0;
      forget(socket);
      answering.set(socket, requests + 1);
    },
    answered(socket) {
      const requests = answering.get(socket);
      if (requests === undefined) return;
      if (requests > 1) answering.set(socket, requests - 1);
      else {
        forget(socket);
        idle.add(socket);
      }
    },
  };
}
