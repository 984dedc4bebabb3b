import { expect, test } from 'vitest';
import { type Command, type CommandFault, readCommand } from '../../../src/followstats/commands/command.ts';

test.each<[text: string, command: unknown]>([
  ['link <@U1|maya> alice', { kind: 'link', personId: 'U1', account: 'alice' }],
  ['Link <@U1> "with space"', { kind: 'link', personId: 'U1', account: 'with space' }],
  ['link <@U1> <mailto:a@b.com|a@b.com>', { kind: 'link', personId: 'U1', account: 'a@b.com' }],
  ['link <@U1> "list:vip"', { kind: 'link', personId: 'U1', account: 'list:vip' }],
  ['link <@U1> list', { kind: 'link', personId: 'U1', account: 'list' }],
  ['unlink <@U1|maya>', { kind: 'unlink', personId: 'U1' }],
  ['links', { kind: 'links' }],
])('%j is read', (text, command) => {
  expect(readCommand(text, 100)).toEqual(command as Command);
});

test.each<[text: string, fault: CommandFault]>([
  ['link', { kind: 'missing-person', verb: 'link' }],
  ['unlink', { kind: 'missing-person', verb: 'unlink' }],
  ['link maya alice', { kind: 'not-a-person', verb: 'link', word: 'maya' }],
  ['link <!subteam^S1> alice', { kind: 'not-a-person', verb: 'link', word: { kind: 'group', groupId: 'S1' } }],
  ['unlink <#C1|growth>', { kind: 'not-a-person', verb: 'unlink', word: '#growth' }],
  ['link <@U1>', { kind: 'missing-account', personId: 'U1' }],
  ['link <@U1> alice bob', { kind: 'surplus-link-word', verb: 'link', word: 'bob' }],
  ['unlink <@U1> <@U2>', { kind: 'surplus-link-word', verb: 'unlink', word: { kind: 'person', personId: 'U2' } }],
  ['links all', { kind: 'surplus-link-word', verb: 'links', word: 'all' }],
  ['link <@U1> <@U2>', { kind: 'mention-for-account', word: { kind: 'person', personId: 'U2' } }],
  ['link <@U1> List:vip', { kind: 'linked-list', word: 'List:vip' }],
  ['link <@U1> zoë', { kind: 'not-printable-ascii', word: 'zoë' }],
  ['link <@U1> ""', { kind: 'empty-quotes' }],
])('%j is wrong, and the word at fault is named', (text, fault) => {
  expect(readCommand(text, 100)).toMatchObject({ kind: 'fault', fault });
});
