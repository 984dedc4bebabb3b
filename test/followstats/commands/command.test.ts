import { expect, test } from 'vitest';
import {
  type Command,
  type CommandFault,
  MOST_COMMAND_TEXT,
  readCommand,
  readWritten,
} from '../../../src/followstats/commands/command.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import { type Reference, type Who, writeLookup } from '../../../src/followstats/typed/who.ts';
import { manyAccounts, whoOf } from '../reports/sample-lookups.ts';

const lookupOf = (...ids: readonly string[]): Command => ({ kind: 'lookup', who: whoOf(...ids) });
const person = (personId: string): Reference => ({ kind: 'person', personId });
const wrong = (fault: CommandFault): Command => ({ kind: 'fault', fault });

test.each(['', '  ', ',', 'help', 'HELP', 'Help me'])('%j asks for help', (text) => {
  expect(readCommand(text, 100)).toEqual({ kind: 'help' });
});

test.each<[text: string, ids: readonly string[]]>([
  ['alice bob', ['alice', 'bob']],
  ['alice', ['alice']],
  ['Alice alice', ['Alice', 'alice']],
  ['lookup alice', ['alice']],
  ['Lookup alice', ['alice']],
  ['lookup lookup', ['lookup']],
  ['lookup help', ['help']],
  ['lookup history', ['history']],
  ['"help"', ['help']],
  ['“lookup” x', ['lookup', 'x']],
  ['alice help', ['alice', 'help']],
  ['@RBT#news', ['@RBT#news']],
  ['" alice "', ['alice']],
  ['"list:vip"', ['list:vip']],
  ['alist:vip', ['alist:vip']],
  ['<mailto:a@b.com|a@b.com> <http://foo.com|foo.com> r&amp;d', ['a@b.com', 'foo.com', 'r&d']],
  ['alice，bob、carol\ndave', ['alice', 'bob', 'carol', 'dave']],
  ['x'.repeat(32), ['x'.repeat(32)]],
])('%j looks up %j', (text, ids) => {
  expect(readCommand(text, 100)).toEqual(lookupOf(...ids));
});

test('an account named twice is asked about once, where they were named first', () => {
  expect(readCommand('bob alice bob "alice" <@U2> <@U1> <@U2|x> <!subteam^S1> <!subteam^S1|@ops>', 100)).toEqual({
    kind: 'lookup',
    who: [...whoOf('bob', 'alice'), person('U2'), person('U1'), { kind: 'group', groupId: 'S1' }],
  });
});

test.each<[text: string, fault: CommandFault]>([
  ['"bob', { kind: 'unclosed-quote', word: '"bob' }],
  ['"bob"s', { kind: 'text-after-quote', word: '"bob"s' }],
  ['alice ""', { kind: 'empty-quotes' }],
  ['"  "', { kind: 'empty-quotes' }],
  ['lookup', { kind: 'nobody' }],
  ['lookup ,', { kind: 'nobody' }],
  ['alice 小明', { kind: 'not-printable-ascii', word: '小明' }],
  ['"a\tb"', { kind: 'not-printable-ascii', word: 'a\tb' }],
  [`alice ${'x'.repeat(33)}`, { kind: 'too-long', word: 'x'.repeat(33), bytes: 33 }],
  ['alice <!here>', { kind: 'not-an-account', word: '@here' }],
  ['<#C1|growth>', { kind: 'not-an-account', word: '#growth' }],
  ['list:v!p', { kind: 'bad-list-name', word: 'list:v!p' }],
  ['alice LIST:', { kind: 'bad-list-name', word: 'LIST:' }],
])('%j is wrong, and the word at fault is named', (text, fault) => {
  expect(readCommand(text, 100)).toMatchObject(wrong(fault));
});

test.each([
  ['link <@U1|tom> zoë', ['link', 'U1']],
  ['link <@U1> alice bob', ['link', 'U1', 'alice']],
  ['link <@U1> list:vip', ['link', 'U1']],
  ['LIST add list:Vip "oops', ['list', 'add', 'vip']],
  ['list create b!d alice', ['list', 'create']],
  ['list frob vip', ['list']],
  ['allow <@U1> editr', ['allow', 'U1']],
  ['digest edit "3', ['digest']],
])('%j is wrong behind what it begins with', (text, beginning) => {
  const command = readCommand(text, 100);
  if (command.kind !== 'fault') throw new Error('nothing is wrong');
  const words = command.fault.beginning?.map((word) =>
    word.kind === 'person' ? word.personId : 'text' in word && word.text,
  );
  expect(words).toEqual(beginning);
});

test.each([
  ['list add vip "oops', 'list-add'],
  ['link <@U1> "oops', 'link'],
  ['allow "oops', 'allow'],
  ['digest edit "3', 'digest-list'],
  ['list show "oops', undefined],
  ['why "oops', undefined],
  ['help "oops', undefined],
  ['alice "oops', undefined],
])('of %j a person learns only what they may give (%s)', (text, meant) => {
  const command = readCommand(text, 100);
  const role = (kind: string | undefined) => (kind?.startsWith('list-show') || kind === 'lookup' ? undefined : kind);
  expect(command).toMatchObject({ kind: 'fault', fault: { kind: 'unclosed-quote' } });
  expect(role('meant' in command ? command.meant : undefined)).toBe(meant);
});

test.each([
  ['hlep', 'help'],
  ['hepl', 'help'],
  ['hel', 'help'],
  ['helpp', 'help'],
  ['halp', 'help'],
  ['HLEP', 'help'],
  ['lokup', 'lookup'],
  ['lookpu', 'lookup'],
  ['olokup', 'lookup'],
  ['loockup', 'lookup'],
])('%j is one typo away from %j', (typed, suggestion) => {
  const corrected = `${suggestion} alice`;
  expect(readCommand(`${typed} alice`, 100)).toEqual(
    wrong({ kind: 'unknown-subcommand', word: typed, suggestion, corrected }),
  );
});

test.each([
  ['lits', 'list'],
  [
    'lokup alice, "with space"; <@U1|priya> r&amp;d "list:x" list:vip',
    'lookup alice "with space" <@U1> r&amp;d "list:x" list:vip',
  ],
  ['list crate vip "say \\"hi\\""', 'list create vip "say \\"hi\\""'],
  ['digest delte 3', 'digest delete 3'],
  ['revok <!subteam^S1|@ops> <#C1|growth>', 'revoke <!subteam^S1> <#C1>'],
])('%j comes with the whole command that was meant', (typed, corrected) => {
  expect(readCommand(typed, 100)).toMatchObject({ fault: { corrected } });
  expect(readCommand(corrected, 100)).not.toMatchObject({ kind: 'fault' });
});

test('what was meant can’t be written where a word is known by its label alone', () => {
  expect(readCommand('lokup <!here> alice', 100)).not.toHaveProperty('fault.corrected');
});

test('help all is for every command', () => {
  expect(readCommand('help ALL', 100)).toEqual({ kind: 'help', all: true });
});

test.each(['hpel', 'lkoupo', 'h', 'look', 'alice'])('%j is a UserID: two typos away or more', (typed) => {
  expect(readCommand(`${typed} bob`, 100)).toEqual(lookupOf(typed, 'bob'));
});

test('only the first word can be a mistyped subcommand, and not in quotes', () => {
  expect(readCommand('alice hlep', 100)).toEqual(lookupOf('alice', 'hlep'));
  expect(readCommand('"hlep"', 100)).toEqual(lookupOf('hlep'));
});

test.each('changes fans following mutual check watch'.split(' '))(
  '%j is a UserID behind lookup or in quotes',
  (word) => {
    expect(readCommand(`lookup ${word}`, 100)).toEqual(lookupOf(word));
    expect(readCommand(`"${word}"`, 100)).toEqual(lookupOf(word));
  },
);

test.each(['lits', 'lsit show', 'lst create vip alice', 'lnik <@U1> alice', 'unlnik <@U1>', 'linsk'])(
  '%j is taken for the subcommand it nearly is',
  (text) => expect(readCommand(text, 100)).toMatchObject({ kind: 'fault', fault: { kind: 'unknown-subcommand' } }),
);

test.each(['lisa bob', 'lina bob', 'lina <@U1>', 'links2 bob', 'linus bob'])(
  '%j is about people: what follows fits no subcommand',
  (text) => expect(readCommand(text, 100)).toMatchObject({ kind: 'lookup' }),
);

test('as many accounts as allowed are looked up; of more, the first too many is named', () => {
  const text = manyAccounts(7).join(' ');
  expect(readCommand(text, 7)).toEqual(lookupOf(...manyAccounts(7)));
  expect(readCommand(text, 5)).toEqual(wrong({ kind: 'too-many', word: 'user_5', count: 7, max: 5 }));
});

test('duplicates and mentions do not count towards the limit', () => {
  expect(readCommand('a b a b <@U1> <!subteam^S1>', 2)).toMatchObject({ kind: 'lookup' });
});

test('another fault is named before the number of accounts', () => {
  expect(readCommand('a b c ""', 2)).toEqual(wrong({ kind: 'empty-quotes' }));
});

test('a look-up is written in the form Slack delivers it in', () => {
  const who: Who = [
    { kind: 'group', groupId: 'S1' },
    ...whoOf('a@b.com', 'r&d <labs>', 'say "hi"', 'list:vip'),
    person('U1'),
    { kind: 'list', name: 'vip' as ListName },
  ];
  expect(writeLookup(who)).toBe(
    String.raw`lookup <!subteam^S1> a@b.com "r&amp;d &lt;labs&gt;" "say \"hi\"" "list:vip" <@U1> list:vip`,
  );
});

test.each([
  ['words', 'alice '],
  ['one word', 'x'],
  ['opening brackets', '<'],
  ['quotes', '" '],
])('a command longer than Slack’s longest message is refused unread: %s', (_, piece) => {
  const longest = piece.repeat(MOST_COMMAND_TEXT).slice(0, MOST_COMMAND_TEXT);
  expect(readCommand(longest, 100)).not.toEqual(wrong({ kind: 'command-too-long' }));
  expect(readCommand(`${longest}x`, 100)).toEqual(wrong({ kind: 'command-too-long' }));
});

test('as many accounts as one command may name are read back from a button, however long that makes its text', () => {
  const who = whoOf(...manyAccounts(500).map((id) => id.padEnd(32, '&')));
  const written = writeLookup(who);
  expect(written.length).toBeGreaterThan(MOST_COMMAND_TEXT);
  expect(readWritten(written, 500)).toEqual({ kind: 'lookup', who });
});
