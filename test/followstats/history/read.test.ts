import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, readCommand, readWritten } from '../../../src/followstats/commands/command.ts';
import { writeHistory } from '../../../src/followstats/history/read.ts';
import { SPANS } from '../../../src/followstats/history/spans.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import { type Who, writeAccount } from '../../../src/followstats/typed/who.ts';
import { escapeTyped } from '../../../src/followstats/typed/words.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { whoOf } from '../reports/sample-lookups.ts';

const read = (text: string): Command => readCommand(text, 100);
const history = (span: string, ...ids: readonly string[]) => ({ kind: 'history', who: whoOf(...ids), span });

test.each<[typed: string, span: string, ids: readonly string[]]>([
  ['history alice', '30d', ['alice']],
  ['History alice bob 7d', '7d', ['alice', 'bob']],
  ['history alice, bob 1Y', '1y', ['alice', 'bob']],
  ['history alice 90D;', '90d', ['alice']],
  // The only word is an account, and so is one in quotes.
  ['history 7d', '30d', ['7d']],
  ['history 14d', '30d', ['14d']],
  ['history alice "7d"', '30d', ['alice', '7d']],
  ['history alice “14d”', '30d', ['alice', '14d']],
  ['history 7d 7d', '7d', ['7d']],
  ['history "7d" alice', '30d', ['7d', 'alice']],
  ['history “14d” alice 90d', '90d', ['14d', 'alice']],
  // Further words that hold numbers are accounts.
  ['history alice 30', '30d', ['alice', '30']],
  ['history 30 d', '30d', ['30', 'd']],
  ['history alice d30', '30d', ['alice', 'd30']],
])('%s', (typed, span, ids) => {
  expect(read(typed)).toEqual(history(span, ...ids));
});

test('people, groups and lists are named as in a look-up', () => {
  expect(read('history <@U1|maya> <!subteam^S1> list:VIP 90d')).toEqual({
    kind: 'history',
    who: [
      { kind: 'person', personId: 'U1' },
      { kind: 'group', groupId: 'S1' },
      { kind: 'list', name: 'vip' },
    ],
    span: '90d',
  });
});

describe('a last word that looks like a span and is none', () => {
  test.each<[typed: string, word: string, corrected: string]>([
    ['history alice 14d', '14d', 'history alice 30d'],
    ['history alice 2w', '2w', 'history alice 30d'],
    ['history alice 1w', '1w', 'history alice 7d'],
    ['history alice 24h', '24h', 'history alice 7d'],
    ['history alice 3m', '3m', 'history alice 90d'],
    ['history alice 6months', '6months', 'history alice 1y'],
    ['history alice 5y', '5y', 'history alice 1y'],
    ['history alice 30 d', '30 d', 'history alice 30d'],
    ['history alice "b c" 2 weeks', '2 weeks', 'history alice "b c" 30d'],
    ['history <@U1> list:vip 90days', '90days', 'history &lt;@U1&gt; list:vip 90d'],
  ])('%s', (typed, word, corrected) => {
    const command = read(typed);
    const meant = corrected.replace('&lt;', '<').replace('&gt;', '>');
    expect(command).toMatchObject({ kind: 'fault', fault: { kind: 'unknown-span', word, corrected: meant } });
    expect(read(meant)).toMatchObject({ kind: 'history' });
  });
});

describe('a word that looks like a span and stands before others', () => {
  test.each<[typed: string, word: string, corrected: string | undefined]>([
    ['history 7d alice', '7d', 'history alice 7d'],
    ['history alice 14d 7d', '14d', 'history alice 7d'],
    ['history alice 7D bob', '7D', 'history alice bob 7d'],
    ['history 2w alice "b c"', '2w', 'history alice "b c" 30d'],
    ['history 7d alice 1y', '7d', 'history alice 1y'],
    ['history 7d 30d 1y', '7d', undefined],
  ])('%s', (typed, word, corrected) => {
    const command = read(typed);
    expect(command).toMatchObject({ kind: 'fault', fault: { kind: 'misplaced-span', word } });
    expect(command.kind === 'fault' && 'corrected' in command.fault ? command.fault.corrected : undefined).toBe(
      corrected,
    );
    if (corrected) expect(read(corrected)).toMatchObject({ kind: 'history' });
  });
});

test.each([
  ['history', { kind: 'missing-history-accounts' }],
  ['history a b c d', { kind: 'too-many', word: 'd', count: 4, max: 3 }],
  ['history alice zoë 7d', { kind: 'not-printable-ascii', word: 'zoë' }],
  ['histroy alice', { kind: 'unknown-subcommand', word: 'histroy', suggestion: 'history' }],
])('%s is one fault', (typed, fault) => {
  expect(readCommand(typed, 3)).toMatchObject({ kind: 'fault', fault });
});

const spanLike = fc.constantFrom('7d', '30D', '14d', '2w', '1y', '24h', 'd', '30');
const account = fc
  .oneof(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 32 }), spanLike)
  .map((text) => text.trim())
  .filter((text) => text !== '')
  .map((id) => ({ kind: 'account' as const, account: id as AccountId }));
const reference = fc.oneof(
  { weight: 4, arbitrary: account },
  fc.constantFrom<Who[number]>(
    { kind: 'person', personId: 'U1' },
    { kind: 'group', groupId: 'S1' },
    { kind: 'list', name: 'vip' as ListName },
  ),
);
const someone = fc.uniqueArray(reference, { minLength: 1, maxLength: 8, selector: (one) => JSON.stringify(one) });
const span = fc.constantFrom(...SPANS);

test('what is written for buttons reads back the same, whatever the accounts look like', () => {
  fc.assert(
    fc.property(someone, span, (who, one) => {
      expect(readWritten(writeHistory({ who, span: one }), 100)).toEqual({ kind: 'history', who, span: one });
    }),
  );
});

test('any accounts and any span read back as they were typed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(account, { minLength: 1, selector: ({ account: id }) => id }), span, (who, one) => {
      const write = (id: AccountId) => (/^\d+[a-z]$/i.test(id) ? `"${id}"` : escapeTyped(writeAccount(id)));
      const typed = who.map(({ account: id }) => write(id)).join(' ');
      expect(read(`history ${typed} ${one.toUpperCase()}`)).toEqual({ kind: 'history', who, span: one });
    }),
  );
});

test('a word behind others is never silently taken for an account where it may be meant as a span', () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.constantFrom('h', 'd', 'w', 'm', 'y', 'D', ' days'), (count, unit) => {
      const command = read(`history alice ${count}${unit}`);
      const isRight = (SPANS as readonly string[]).includes(`${count}${unit}`.toLowerCase());
      expect(command.kind === 'history' ? command.who : command.kind).toEqual(isRight ? whoOf('alice') : 'fault');
    }),
  );
});
