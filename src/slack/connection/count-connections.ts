import { createSocketConnection, type SocketOptions } from './socket-connection.ts';

/**
 * Connects by Socket Mode, hears how many connections the app has, and ends the own one at once. What Slack sends over it meanwhile
 * is left unacknowledged, so that Slack may send it over another.
 * @returns how many, the own one among them; `undefined` where Slack doesn't say
 * @throws what `SocketConnection.connect` throws
 */
export async function countConnections(options: SocketOptions): Promise<number | undefined> {
  let count: number | undefined;
  const ignore = () => {};
  const connection = createSocketConnection(options, {
    onHello: (connections) => {
      count = connections;
    },
    ...{ onRequest: ignore, onUnusable: ignore, onAnnounced: ignore, onClosed: ignore },
  });
  try {
    await connection.connect();
    return count;
  } finally {
    await connection.close();
  }
}
