import { expect, test } from 'vitest';
import { createCanaries } from './canaries.ts';

const VALUE = 'p@ss/wörd "7f3c9a" 5e1f0c';

test.each<[form: string, text: string]>([
  ['as it is', `key ${VALUE}!`],
  ['in a URL', `postgres://u:${encodeURIComponent(VALUE)}@host/db`],
  ['in JSON', JSON.stringify({ deep: { key: VALUE } })],
  ['in the login of a proxy', Buffer.from(`user:${VALUE}`).toString('base64')],
  ['in the middle of other base64', Buffer.from(`{"a":"${VALUE}","b":1}`).toString('base64')],
  ['in hex', Buffer.from(`xx${VALUE}xx`).toString('hex')],
  ['cut short', `key ${VALUE.slice(0, 15)}…`],
  ['without its beginning', `…${VALUE.slice(5)}`],
])('a secret is found %s', (_, text) => {
  expect(createCanaries({ password: VALUE, other: 'xoxb-nowhere-at-all' }).findIn(text)).toEqual(['password']);
});

test('other texts hold none, and what is too short to be looked for is rejected', () => {
  const canaries = createCanaries({ password: VALUE });
  expect(canaries.findIn('a password, p@ss, and 7f3c')).toEqual([]);
  expect(() => canaries.add('short', 'hush')).toThrow('short is too short');
});
