import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoAccounts } from '../../src/demo/chat/seed.ts';
import { escapeTyped } from '../../src/demo/slack/compose.ts';
import { readCommand, writeAccount, writeLookup } from '../../src/followstats/command.ts';
import { accountsOf, whoOf } from './sample-lookups.ts';

const MAX = 100;
const nobody = { people: [], channels: [], userGroups: [] };

/** Every UserID a command can name: white space at its ends is not part of it. */
const printable = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 32 });
/** What readers trip over, more often than chance would bring it. */
const tricky = fc
  .array(
    fc.constantFrom('"', '\\', '<', '>', '&', '&amp;', '&lt;', '|', '@', '#', '!', ',', ' ', 'list:', '<@U1>', 'a'),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join('').slice(0, 32));
const userId = fc
  .oneof(printable, tricky)
  .map((id) => id.trim())
  .filter((id) => id !== '');
const userIds = fc.uniqueArray(userId, { minLength: 1, maxLength: 30 });
const slackIds = (first: string) =>
  fc.uniqueArray(fc.stringMatching(new RegExp(`^${first}[A-Z0-9]{1,10}$`)), { maxLength: 4 });

/** Text as a person might send it: words, quotes, mentions, broken tokens and anything else. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'lookup ',
          'list:',
          '"',
          '“',
          '\\',
          '<@U1|x>',
          '<!here>',
          '<#C1|>',
          '<',
          '>',
          '|',
          '&lt;',
          ' ',
          '，',
          '\n',
        ),
        fc.constantFrom(
          '<mailto:a@b.com|a@b.com>',
          '<http://x.io/小|x.io/小>',
          '<>',
          '<|x>',
          'help',
          'digest',
          '\u202e',
        ),
        fc.string({ unit: 'grapheme' }),
      ),
    )
    .map((parts) => parts.join('')),
);

test('whatever UserIDs a look-up is written for, the same are read back, in order', () => {
  fc.assert(
    fc.property(userIds, slackIds('U'), slackIds('S'), (ids, people, groups) => {
      const who = { accounts: accountsOf(...ids), people, groups };
      expect(readCommand(writeLookup(who), MAX)).toEqual({ kind: 'lookup', who });
    }),
  );
});

test('no text makes the reader throw, and nothing but UserIDs of Chat ever comes out', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const command = readCommand(text, MAX);
      if (command.kind !== 'lookup') return;
      for (const id of command.who.accounts) expect(id).toMatch(/^(?! )[\x20-\x7e]{1,32}(?<! )$/);
      for (const id of command.who.people) expect(id).toMatch(/^[UW][A-Z0-9]+$/);
      for (const id of command.who.groups) expect(id).toMatch(/^S[A-Z0-9]+$/);
      expect(new Set(command.who.accounts).size).toBe(command.who.accounts.length);
      expect(command.who.accounts.length).toBeLessThanOrEqual(MAX);
    }),
    { numRuns: 500 },
  );
});

test.each(demoAccounts)('%s, typed in Slack, is read as typed', (id) => {
  const sent = escapeTyped(`lookup ${writeAccount(id)}`, nobody);
  expect(readCommand(sent, MAX)).toEqual({ kind: 'lookup', who: whoOf(id) });
});

test('any UserIDs, typed as the app writes them, survive what Slack makes of typed text', () => {
  const linked = fc.constantFrom('a@b.com', 'foo.com', 'https://foo.com/a?b=1&c', 'www.foo.com/x', 'r&d <labs>');
  const typedIds = fc.uniqueArray(fc.oneof(userId, linked), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(typedIds, (ids) => {
      const typed = `lookup ${ids.map(writeAccount).join(' ')}`;
      expect(readCommand(escapeTyped(typed, nobody), MAX)).toEqual({ kind: 'lookup', who: whoOf(...ids) });
    }),
    { numRuns: 300 },
  );
});
