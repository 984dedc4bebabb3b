import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoAccounts } from '../../../src/demo/chat/seed.ts';
import { escapeTyped } from '../../../src/demo/slack/people/compose-message.ts';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import { type Reference, type Who, writeAccount, writeLookup } from '../../../src/followstats/typed/who.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { whoOf } from '../reports/sample-lookups.ts';

const MAX = 100;
const nobody = { people: [], channels: [], userGroups: [] };

/** Every UserID a command can name: white space at its ends is not part of it. */
const printable = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 32 });
/** What readers trip over, more often than chance would bring it. */
const tricky = fc
  .array(
    fc.constantFrom(
      '"',
      '\\',
      '<',
      '>',
      '&',
      '&amp;',
      '&lt;',
      '|',
      '@',
      '#',
      '!',
      ',',
      ';',
      ' ',
      'list:',
      '<@U1>',
      'a',
    ),
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
const slackId = (first: string) => fc.stringMatching(new RegExp(`^${first}[A-Z0-9]{1,10}$`));

/** Text as a person might send it: words, quotes, mentions, broken tokens and anything else. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'lookup ',
          'list:',
          'list create x ',
          'link ',
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
          ';',
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

const reference: fc.Arbitrary<Reference> = fc.oneof(
  userId.map((id) => ({ kind: 'account', account: id as AccountId }) as const),
  slackId('U').map((personId) => ({ kind: 'person', personId }) as const),
  slackId('S').map((groupId) => ({ kind: 'group', groupId }) as const),
  fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,39}$/).map((name) => ({ kind: 'list', name: name as ListName }) as const),
);
const who: fc.Arbitrary<Who> = fc.uniqueArray(reference, {
  minLength: 1,
  maxLength: 30,
  selector: (one) => `${one.kind} ${nameOf(one)}`,
});

test('whomever a look-up is written for, the same are read back, in order', () => {
  fc.assert(
    fc.property(who, (who) => {
      expect(readCommand(writeLookup(who), MAX)).toEqual({ kind: 'lookup', who });
    }),
  );
});

/** At least one of every kind that people were seen to paste. */
const unseen = fc
  .array(fc.constantFrom(...'\u200b\u200c\u200d\u200e\u2060\u2066\u2069\u202e\u00ad\ufeff\ufe0f\u180e\u0000'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((characters) => characters.join(''));

test('any command is read the same with characters in it that can’t be seen', () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.tuple(fc.nat(), unseen), { maxLength: 5 }), (text, inserted) => {
      const letters = [...text];
      for (const [at, characters] of inserted) letters.splice(at % (letters.length + 1), 0, characters);
      expect(readCommand(letters.join(''), MAX)).toEqual(readCommand(text, MAX));
    }),
    { numRuns: 300 },
  );
});

const FORMS: Readonly<Record<Reference['kind'], RegExp>> = {
  account: /^(?! )[\x20-\x7e]{1,32}(?<! )$/,
  person: /^[UW][A-Z0-9]+$/,
  group: /^S[A-Z0-9]+$/,
  list: /^[a-z0-9][a-z0-9_-]{0,39}$/,
};

function nameOf(one: Reference): string {
  if (one.kind === 'account') return one.account;
  if (one.kind === 'person') return one.personId;
  return one.kind === 'group' ? one.groupId : one.name;
}

test('no text makes the reader throw, and nothing but what can be looked up ever comes out', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const command = readCommand(text, MAX);
      if (command.kind !== 'lookup') return;
      const written = command.who.map((one) => `${one.kind} ${nameOf(one)}`);
      for (const one of command.who) expect(nameOf(one)).toMatch(FORMS[one.kind]);
      expect(new Set(written).size).toBe(written.length);
      expect(command.who.filter(({ kind }) => kind === 'account').length).toBeLessThanOrEqual(MAX);
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
