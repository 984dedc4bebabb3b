import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeTyped } from '../../../../src/demo/slack/people/compose-message.ts';
import type { Directory } from '../../../../src/demo/slack/people/typed-tokens.ts';
import type { Channel, Person, UserGroup } from '../../../../src/demo/slack/types.ts';

const person = (id: string, name: string): Person => ({
  id,
  name,
  realName: name,
  note: '',
  kind: 'member',
  locale: 'en-US',
  timeZone: 'UTC',
});
const channel = (id: string, name: string, isPrivate = false): Channel => ({ id, name, isPrivate, memberIds: [] });
const group = (id: string, handle: string): UserGroup => ({ id, handle, name: handle, memberIds: [] });

const directory: Directory = {
  people: [person('U1', 'ana'), person('U2', 'ana.b'), person('U3', 'dev')],
  channels: [channel('C1', 'growth'), channel('C2', 'board', true), channel('D1', 'direct')],
  userGroups: [group('S1', 'ops'), group('S2', 'ops-night'), group('S3', 'dev')],
};
const noOne: Directory = { people: [], channels: [], userGroups: [] };

test.each<readonly [typed: string, sent: string]>([
  ['allow @ana viewer', 'allow <@U1|ana> viewer'],
  ['@ops,#growth', '<!subteam^S1|@ops>,<#C1|growth>'],
  ['@ANA', '<@U1|ana>'],
  ['"@ana"', '"<@U1|ana>"'],
  ['ask @ana.', 'ask <@U1|ana>.'],
])('names of the directory become mentions: %s', (typed, sent) => {
  expect(escapeTyped(typed, directory)).toBe(sent);
});

test('the longest name wins', () => {
  expect(escapeTyped('@ana.b @ana @ops-night', directory)).toBe('<@U2|ana.b> <@U1|ana> <!subteam^S2|@ops-night>');
});

test('a person wins over a group of the same name', () => {
  expect(escapeTyped('@dev', directory)).toBe('<@U3|dev>');
});

test('a private channel comes without its name', () => {
  expect(escapeTyped('#board', directory)).toBe('<#C2|>');
});

test.each(['@anabel', '@ana.c', '@nobody', 'my@ana', '#nowhere', '#growth-team', '#direct', '@TGS#_ab', '@shop.com'])(
  'no name, so it stays as typed: %s',
  (typed) => {
    expect(escapeTyped(typed, directory)).toBe(typed);
  },
);

test('no one is mentioned where there is no one', () => {
  expect(escapeTyped('@ana #growth', noOne)).toBe('@ana #growth');
});

test.each<readonly [typed: string, sent: string]>([
  ['a@b.com', '<mailto:a@b.com|a@b.com>'],
  ['foo.com', '<http://foo.com|foo.com>'],
  ['a@b.com, shop.example.org.', '<mailto:a@b.com|a@b.com>, <http://shop.example.org|shop.example.org>.'],
  ['https://a.io/x?p=1&q=2', '<https://a.io/x?p=1&amp;q=2>'],
  ['(http://a.io)', '(<http://a.io>)'],
  ['foo.com/a/b', '<http://foo.com/a/b|foo.com/a/b>'],
])('what looks like an address becomes a link: %s', (typed, sent) => {
  expect(escapeTyped(typed, directory)).toBe(sent);
});

test.each(['alice', 'alice.smith', 'v1.2.3', 'user_com', 'list:vip', 'a..com', '1.5'])(
  'what only has a dot stays a word: %s',
  (typed) => {
    expect(escapeTyped(typed, directory)).toBe(typed);
  },
);

test.each<readonly [typed: string, sent: string]>([
  ['a & b', 'a &amp; b'],
  ['<!channel>', '&lt;!channel&gt;'],
  ['<@U1>', '&lt;@U1&gt;'],
  ['&lt;', '&amp;lt;'],
])('markup that was typed arrives as words: %s', (typed, sent) => {
  expect(escapeTyped(typed, directory)).toBe(sent);
});

test('whatever is typed, taking the markup away gives it back', () => {
  const words = fc.constantFrom(
    '@ana',
    '#growth',
    '@ops',
    'a@b.com',
    'foo.com',
    'http://x.io',
    '<',
    '>',
    '&',
    '|',
    ' ',
    '.',
  );
  const typed = fc
    .array(fc.oneof(words, fc.string({ maxLength: 5 })), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      expect(asRead(escapeTyped(text, directory)).toLowerCase()).toBe(text.toLowerCase());
    }),
    { numRuns: 500 },
  );
});

/** As an app reads it: labels for markup, then entities. */
function asRead(sent: string): string {
  return sent
    .replace(/<(@)U\d\|([^>]*)>/g, '$1$2')
    .replace(/<(#)C\d\|([^>]*)>/g, '$1$2')
    .replace(/<[^>|]*\|([^>]*)>/g, '$1')
    .replace(/<([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
