import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createUserSig } from '../../src/tencent/user-sig.ts';
import { ADMIN, APP, KEY, NOON } from '../demo/chat/chat-client.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

// The signing library reads the system's clock itself.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
});
afterEach(() => {
  vi.useRealTimers();
});

const createSig = () => createUserSig({ sdkAppId: APP, secretKey: KEY, identifier: ADMIN, now: () => Date.now() });
const moveClock = (ms: number) => vi.setSystemTime(Date.now() + ms);

function decode(signature: string): unknown {
  const base64 = signature.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');
  return JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString());
}

test('a signature is the one the documents’ steps give, good for a day', () => {
  expect(decode(createSig().current())).toEqual({
    'TLS.ver': '2.0',
    'TLS.identifier': 'administrator',
    'TLS.sdkappid': 1400000000,
    'TLS.time': 1700000000,
    'TLS.expire': 86400,
    'TLS.sig': '9awWeUL8MxxbBn8dhB0Jvuo0JKIh4dNCLkGIX4n5fd0=',
  });
});

test('a signature needs no escaping in a URL', () => {
  const signature = createSig().current();
  expect(signature).toMatch(/^[\w*-]+$/);
  expect(new URLSearchParams({ signature }).toString()).toBe(`signature=${signature}`);
});

test('one signature serves until nine tenths of its life are over', () => {
  const userSig = createSig();
  const first = userSig.current();
  moveClock(0.9 * DAY_MS - 1);
  expect(userSig.current()).toBe(first);
  moveClock(1);
  const second = userSig.current();
  expect(decode(second)).toMatchObject({ 'TLS.time': 1700000000 + 0.9 * 86400 });
  moveClock(0.9 * DAY_MS - 1);
  expect(userSig.current()).toBe(second);
});

test('a rejected signature is made anew, once for all calls that were rejected with it', () => {
  const userSig = createSig();
  const refused = userSig.current();
  moveClock(5000);
  userSig.renew(refused);
  const renewed = userSig.current();
  expect(renewed).not.toBe(refused);
  moveClock(5000);
  userSig.renew(refused);
  expect(userSig.current()).toBe(renewed);
});
