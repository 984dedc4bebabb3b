import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** How a gate treats what comes: hands it on, cuts and refuses it, or holds it without a word. */
export type GateMode = 'open' | 'shut' | 'silent';

/** A port on loopback before another one, that can be shut as a network fails. */
export interface TcpGate {
  readonly port: number;
  /** Holds for connections that are open, too. */
  set(mode: GateMode): void;
  /** Forgets the connections that are open, without a word to either side; what connects anew gets through. */
  forget(): void;
  close(): void;
}

/** @param port of what is behind it, on loopback */
export async function openTcpGate(port: number): Promise<TcpGate> {
  const sockets = new Set<Socket>();
  let mode: GateMode = 'open';
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    return socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    if (mode === 'shut') return near.destroy();
    const far = keep(connect(port, '127.0.0.1'));
    // What is held in one direction is held in both.
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    return mode === 'silent' ? hold([near, far]) : undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    set(next) {
      mode = next;
      if (mode === 'shut') for (const socket of sockets) socket.destroy();
      if (mode === 'silent') hold(sockets);
      // What was held is too old to go on with.
      if (mode === 'open') for (const socket of sockets) socket.destroy();
    },
    forget: () => hold(sockets),
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function hold(sockets: Iterable<Socket>): void {
  for (const socket of sockets) {
    socket.unpipe();
    socket.pause();
  }
}
