import { expect, test } from 'vitest';
import { type Command, type CommandFault, readCommand } from '../../../src/followstats/commands/command.ts';
import { type ListCommand, writeListCommand } from '../../../src/followstats/lists/read.ts';
import { whoOf } from '../reports/sample-lookups.ts';

const U1 = { kind: 'person', personId: 'U1' } as const;
const read = (text: string) => readCommand(text, 3) as Command & { readonly kind: string };

test.each(['list', 'list show', 'LIST', 'list Show', ' list , show '])('%j is about all lists', (text) => {
  expect(read(text)).toEqual({ kind: 'list-show', name: undefined });
});

test.each([
  ['list show vip', 'list-show'],
  ['list delete vip', 'list-delete'],
  ['list SHOW VIP', 'list-show'],
  ['list delete list:Vip', 'list-delete'],
  ['list show "vip"', 'list-show'],
])('%j is about one list, whose case doesn’t count', (text, kind) => {
  expect(read(text)).toEqual({ kind, name: 'vip' });
});

test.each([
  ['list create vip alice, bob', 'list-create'],
  ['list add vip alice bob alice', 'list-add'],
  ['list remove vip\nalice，"bob"', 'list-remove'],
])('%j is about these accounts of it', (text, kind) => {
  expect(read(text)).toEqual({ kind, name: 'vip', who: whoOf('alice', 'bob') });
});

test('a list may be made empty', () => {
  expect(read('list create vip')).toEqual({ kind: 'list-create', name: 'vip', who: [] });
});

test('all that can be looked up can be put on a list, in the order typed', () => {
  expect(read('list add vip <@U1|maya> alice list:Stars <!subteam^S1|@ops>')).toMatchObject({
    who: [
      { kind: 'person', personId: 'U1' },
      { kind: 'account', account: 'alice' },
      { kind: 'list', name: 'stars' },
      { kind: 'group', groupId: 'S1' },
    ],
  });
});

test.each<[text: string, fault: CommandFault]>([
  ['list crate vip', { kind: 'unknown-list-action', word: 'crate', suggestion: 'create', name: 'vip' as never }],
  ['list shwo', { kind: 'unknown-list-action', word: 'shwo', suggestion: 'show', name: undefined }],
  [
    'list remvoe vip alice',
    { kind: 'unknown-list-action', word: 'remvoe', suggestion: 'remove', name: 'vip' as never },
  ],
  [
    'list frobnicate vip',
    { kind: 'unknown-list-action', word: 'frobnicate', suggestion: undefined, name: 'vip' as never },
  ],
  ['list frobnicate v!p', { kind: 'unknown-list-action', word: 'frobnicate', suggestion: undefined, name: undefined }],
  ['list v!p', { kind: 'unknown-list-action', word: 'v!p', suggestion: undefined, name: undefined }],
  ['list <@U1>', { kind: 'unknown-list-action', word: U1, suggestion: undefined, name: undefined }],
  ['list create', { kind: 'missing-list-name', action: 'create' }],
  ['list delete', { kind: 'missing-list-name', action: 'delete' }],
  ['list create -vip alice', { kind: 'bad-list-name', word: '-vip' }],
  [`list create ${'x'.repeat(41)}`, { kind: 'bad-list-name', word: 'x'.repeat(41) }],
  ['list create <#C1|growth> alice', { kind: 'bad-list-name', word: '#growth' }],
  ['list add vip', { kind: 'missing-list-accounts', action: 'add', name: 'vip' as never }],
  ['list remove vip', { kind: 'missing-list-accounts', action: 'remove', name: 'vip' as never }],
  ['list show vip alice', { kind: 'surplus-list-word', word: 'alice' }],
  ['list delete vip stars', { kind: 'surplus-list-word', word: 'stars' }],
  ['list add vip alice zoë', { kind: 'not-printable-ascii', word: 'zoë' }],
  ['list add vip a b c d', { kind: 'too-many', word: 'd', count: 4, max: 3 }],
])('%j is wrong, and the word at fault is named', (text, fault) => {
  expect(read(text)).toMatchObject({ kind: 'fault', fault });
});

test.each(['list Vip', 'list list:vip'])('%j shows that list, as “list show vip” does', (text) => {
  expect(read(text)).toEqual({ kind: 'list-show', name: 'vip' });
});

test.each([
  'list show',
  'list show vip',
  'list delete vip',
  'list create vip',
  'list add vip alice "with space" <@U1> list:a "r&amp;d"',
])('%j is written as it is read', (text) => expect(writeListCommand(read(text) as ListCommand)).toBe(text));
