import type { Socket } from 'node:net';

interface Options {
  readonly max: number;
  /** Requests that one connection may have sent without waiting for their answers. */
  readonly maxUnanswered: number;
  /** Called when a connection was closed, with the reason, for the log. */
  readonly onClosed: (reason: string) => void;
}

/** The server's connections, and what each is doing. */
export interface Connections {
  opened(socket: Socket): void;
  /**
   * A request has begun to arrive.
   * @returns whether to go on with it; `false` when its connection is closed for sending too many at once
   */
  began(socket: Socket): boolean;
  /** A request has arrived whole and is being answered. */
  arrived(socket: Socket): void;
  /** A request that had begun is over; `hasArrived`, when it had arrived whole. */
  over(socket: Socket, hasArrived: boolean): void;
  /** Closes the connections without a request that has arrived whole and is not yet answered. */
  closeWaiting(): void;
}

/**
 * Bounds the number of connections. Beyond `max` the one that has kept the app waiting longest is closed without an answer, to
 * make room for the new one: first of those that haven't yet sent one whole request, then one whose answers aren't taken, then
 * of those that wait for their next. So connections that are only held open keep out neither Slack nor a probe of
 * `/healthz`. Only when all are being answered is the new one closed.
 */
export function createConnections({ max, maxUnanswered, onClosed }: Options): Connections {
  /** Requests that have begun and are not over, for each connection that has any. */
  const begun = new Map<Socket, number>();
  /** Of those, requests that have arrived whole and are not yet answered. */
  const arrivedWhole = new Map<Socket, number>();
  // Both in the order in which their waiting began.
  const unproven = new Set<Socket>();
  const idle = new Set<Socket>();

  function firstToGo(): Socket | undefined {
    const [silent] = unproven;
    if (silent) return silent;
    // The system takes every answer of ours at once, unless the client has left so much unread that no more fits.
    for (const socket of arrivedWhole.keys()) if (socket.writableLength > 0) return socket;
    const [waiting] = idle;
    return waiting;
  }

  function forget(socket: Socket): void {
    arrivedWhole.delete(socket);
    unproven.delete(socket);
    idle.delete(socket);
  }

  function close(socket: Socket, reason: string): void {
    forget(socket);
    socket.destroy();
    onClosed(reason);
  }

  return {
    opened(socket) {
      if (arrivedWhole.size + unproven.size + idle.size >= max) {
        const closed = firstToGo() ?? socket;
        close(closed, 'a connection was closed to make room for a new one');
        if (closed === socket) return;
      }
      unproven.add(socket);
      socket.once('close', () => {
        forget(socket);
        begun.delete(socket);
      });
    },
    began(socket) {
      // What it has sent is read to its end even so.
      if (socket.destroyed) return false;
      const requests = (begun.get(socket) ?? 0) + 1;
      begun.set(socket, requests);
      if (requests <= maxUnanswered) return true;
      close(socket, 'a connection sent too many requests without waiting for their answers');
      return false;
    },
    arrived(socket) {
      if (socket.destroyed) return;
      const requests = arrivedWhole.get(socket) ?? 0;
      forget(socket);
      arrivedWhole.set(socket, requests + 1);
    },
    over(socket, hasArrived) {
      const left = (begun.get(socket) ?? 0) - 1;
      if (left > 0) begun.set(socket, left);
      else begun.delete(socket);
      const requests = hasArrived ? arrivedWhole.get(socket) : undefined;
      if (requests === undefined) return;
      if (requests > 1) arrivedWhole.set(socket, requests - 1);
      else {
        forget(socket);
        idle.add(socket);
      }
    },
    closeWaiting() {
      for (const socket of [...unproven, ...idle]) socket.destroy();
    },
  };
}
