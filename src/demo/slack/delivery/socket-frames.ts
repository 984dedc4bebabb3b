import type { WebSocket } from 'ws';

/** Why Slack ends a connection; only the first two announce an ordinary renewal. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** Sends one message as JSON. */
export function sendFrame(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify(message));
}

/** Says that the connection is going to be closed. */
export function announce(socket: WebSocket, reason: DisconnectReason): void {
  sendFrame(socket, { type: 'disconnect', reason, debug_info: { host: 'stand-in' } });
}

/** Says so, and closes it at once. */
export function dismiss(socket: WebSocket, reason: DisconnectReason): void {
  announce(socket, reason);
  socket.close(1000);
}
