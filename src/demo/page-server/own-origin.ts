import type { IncomingMessage } from 'node:http';

/**
 * Whether a request was meant for this server and sent by its own page.
 * Another site can point its own name at 127.0.0.1 (DNS rebinding) or post here from the reader's browser; then `Host` or
 * `Origin` carries that site's name. Neither header can be set by a script.
 */
export function isOwnOrigin({ headers, socket }: IncomingMessage): boolean {
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${socket.localPort}`);
  if (headers.host === undefined || !hosts.includes(headers.host)) return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}
