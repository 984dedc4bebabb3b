import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isSignedWith, readUserSig } from '../../../src/demo/chat/user-sig.ts';
import { encodeUserSig, KEY, signUserSig } from './chat-client.ts';

const vector = {
  identifier: 'administrator',
  sdkAppId: 1400000000,
  time: 1700000000,
  expire: 86400,
  sig: '9awWeUL8MxxbBn8dhB0Jvuo0JKIh4dNCLkGIX4n5fd0=',
};

test('the documented algorithm and its known signature agree', () => {
  expect(readUserSig(signUserSig())).toEqual(vector);
  expect(isSignedWith(KEY, vector)).toBe(true);
});

test.each([
  ['the identifier', { ...vector, identifier: 'alice' }],
  ['the app', { ...vector, sdkAppId: 1400000001 }],
  ['the time', { ...vector, time: 1700000001 }],
  ['the life', { ...vector, expire: 86401 }],
  ['the signature', { ...vector, sig: `A${vector.sig.slice(1)}` }],
  ['the length of the signature', { ...vector, sig: '' }],
])('a changed claim is found: %s', (_, claims) => {
  expect(isSignedWith(KEY, claims)).toBe(false);
});

const claims = {
  'TLS.ver': '2.0',
  'TLS.identifier': 'a',
  'TLS.sdkappid': 1,
  'TLS.time': 1,
  'TLS.expire': 1,
  'TLS.sig': '',
};

test.each([
  ['plain text', 'not a signature'],
  ['characters of ordinary base64', `${signUserSig()}==`],
  ['base64 of nothing compressed', 'aGVsbG8_'],
  ['a deflate stream without the zlib header', deflateRawSync(JSON.stringify(claims)).toString('base64url')],
  ['a text that inflates beyond all need', encodeUserSig({ ...claims, more: 'x'.repeat(1_000_000) })],
  ['compressed JSON that is no object', encodeUserSig(null)],
  ['another version', encodeUserSig({ ...claims, 'TLS.ver': '1.0' })],
  ['a missing claim', encodeUserSig({ ...claims, 'TLS.time': undefined })],
  ['an app id as text', encodeUserSig({ ...claims, 'TLS.sdkappid': '1' })],
])('%s is not a UserSig', (_, text) => {
  expect(readUserSig(text)).toBeUndefined();
});
