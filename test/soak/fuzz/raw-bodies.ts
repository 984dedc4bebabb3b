import { connect } from 'node:net';
import type { RandomInput } from './random-input.ts';

const METHODS = ['GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'TRACE', 'X'] as const;
const PATHS = [
  '/slack/events',
  '/slack/events?ssl_check=1',
  '/healthz',
  '/readyz',
  '/',
  '//',
  '/%',
  '/slack/events/',
] as const;
const TYPES = [
  'application/x-www-form-urlencoded',
  'application/json',
  'text/plain',
  '',
  'application/json; charset=utf-16',
] as const;

/** Makes the bytes of one HTTP request that nobody signed, well formed or not. */
export function makeRawRequest(input: RandomInput): Buffer {
  if (input.whole(0, 9) === 0) return input.bytes(5000);
  const body = input.whole(0, 1) === 0 ? input.bytes(20_000) : Buffer.from(input.text(20_000));
  const now = Math.floor(Date.now() / 1000);
  const headers = [
    `host: ${input.pick(['127.0.0.1', 'x', ''])}`,
    `content-type: ${input.pick(TYPES)}`,
    `x-slack-request-timestamp: ${input.pick([String(now), String(now + 1e6), '-1', 'NaN', '1e99', ''])}`,
    `x-slack-signature: ${input.pick([`v0=${'0'.repeat(64)}`, 'v0=', 'v1=00', `v0=${'z'.repeat(64)}`, ''])}`,
    input.pick([
      `content-length: ${body.length}`,
      'content-length: 99999999999',
      'content-length: -1',
      'transfer-encoding: chunked',
      '',
    ]),
    input.pick(['expect: 100-continue', 'connection: close', 'upgrade: websocket', 'x-a: b', '']),
  ].filter(Boolean);
  const head = `${input.pick(METHODS)} ${input.pick(PATHS)} HTTP/1.${input.whole(0, 1)}\r\n${headers.join('\r\n')}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

/** Sends bytes on a connection of their own and ends it; resolves once the other end has closed, or with `false` after `withinMs`. */
export function sendRaw(url: string, bytes: Buffer, withinMs: number): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const timer = setTimeout(() => {
      socket.destroy();
      resolve(false);
    }, withinMs);
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(true);
    };
    socket.on('error', end).on('close', end);
    socket.resume();
    socket.end(bytes);
  });
}
