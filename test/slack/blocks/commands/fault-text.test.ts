import { expect, test } from 'vitest';
import { escapeTyped } from '../../../../src/demo/slack/people/compose-message.ts';
import { seedWorkspace } from '../../../../src/demo/slack/seed.ts';
import { type CommandFault, MOST_COMMAND_TEXT, readCommand } from '../../../../src/followstats/commands/command.ts';
import type { ResolveFault } from '../../../../src/followstats/reports/resolve.ts';
import type { ListName } from '../../../../src/followstats/typed/list-name.ts';
import { describeFault } from '../../../../src/slack/blocks/commands/fault-text.ts';
import { toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { readerOf } from '../../readers.ts';
import { unescaped } from '../read-rendering.ts';

const reader = readerOf();

/** Nothing that is typed shows these by itself. */
type LaterFault = Extract<CommandFault, ResolveFault | { kind: 'nobody-mentioned' | 'message-too-large' }>;

/** What a person types, as Slack delivers it, one for each kind of fault. */
const TYPED: {
  readonly [Kind in Exclude<CommandFault['kind'], LaterFault['kind']>]: readonly [
    typed: string,
    word: string | undefined,
  ];
} = {
  'command-too-long': ['x'.repeat(MOST_COMMAND_TEXT + 1), '40,000 characters at most'],
  'unclosed-quote': ['bob "alice', '"alice'],
  'text-after-quote': ['"alice"bob', '"alice"bob'],
  'unknown-subcommand': ['lokup alice', 'lokup'],
  'unavailable-subcommand': ['history alice', 'history'],
  'bad-list-name': ['alice list:st*rs', 'list:st*rs'],
  'unknown-list-action': ['list ad stars alice', 'ad'],
  'missing-list-name': ['list add', undefined],
  'missing-list-accounts': ['list remove stars', 'list:stars'],
  'surplus-list-word': ['list show stars alice', 'alice'],
  'missing-person': ['link', undefined],
  'not-a-person': ['link maya alice', 'maya'],
  'missing-account': ['link <@U1>', undefined],
  'linked-list': ['link <@U1> list:vip', 'list:vip'],
  'surplus-link-word': ['unlink <@U1> alice', 'alice'],
  'unknown-digest-action': ['digest edt 3', 'edt'],
  'missing-digest-id': ['digest run', undefined],
  'surplus-digest-word': ['digest log 3 4', '4'],
  'too-long': [`alice ${'x'.repeat(33)}`, 'x'.repeat(33)],
  'not-printable-ascii': ['alice zoë', 'zoë'],
  'empty-quotes': ['alice ""', undefined],
  'not-an-account': ['alice <#C1|general>', '#general'],
  'too-many': ['u1 u2 u3 u4', 'u4'],
  nobody: ['lookup', undefined],
  'no-subject': ['allow editor', undefined],
  'not-a-subject': ['revoke <!here>', '@here'],
  'not-a-role': ['allow <@U1> editr', 'editr'],
  'second-role': ['allow <@U1> viewer <@U2> EDITOR', 'EDITOR'],
  'too-many-subjects': [`allow ${Array.from({ length: 21 }, (_, n) => `<@U${n}>`).join(' ')}`, '21 people'],
  'words-behind-access': ['access <@U1>', '<@U1>'],
  'not-one-person': ['why <@U1> <@U2>', '<@U2>'],
};

function faultOf(typed: string): CommandFault {
  const command = readCommand(typed, 3);
  if (command.kind !== 'fault') throw new Error(`${typed} is no fault`);
  return command.fault;
}

test.each(Object.entries(TYPED))(
  '%s: the words name the word at fault and show an example that works',
  (kind, [typed, word]) => {
    const fault = faultOf(typed);
    expect(fault.kind).toBe(kind);
    checkWords(fault, word);
  },
);

const LATER: readonly (readonly [kind: LaterFault['kind'], fault: LaterFault, word: string])[] = [
  ['unknown-list', { kind: 'unknown-list', name: 'vip' as ListName, suggestion: undefined }, 'list:vip'],
  [
    'unknown-list',
    { kind: 'unknown-list', name: 'vpi' as ListName, suggestion: 'vip' as ListName },
    'Did you mean list:vip?',
  ],
  [
    'too-many-resolved',
    { kind: 'too-many-resolved', by: { kind: 'list', name: 'vip' as ListName }, count: 120, max: 100 },
    'That’s 120 accounts, and one command takes 100 at most. It got too many with list:vip.',
  ],
  [
    'too-many-resolved',
    { kind: 'too-many-resolved', by: { kind: 'group', groupId: 'S1' }, count: 120, max: 100 },
    '<!subteam^S1>',
  ],
  ['too-many-groups', { kind: 'too-many-groups', count: 21, max: 20 }, '21 user groups'],
  ['message-too-large', { kind: 'message-too-large' }, 'too large'],
  ['nobody-mentioned', { kind: 'nobody-mentioned' }, 'mentions nobody'],
];

test.each(LATER)('%s is said the same way, once it shows', (_, fault, word) => checkWords(fault, word));

/** The words name the word at fault, and every command in them is one that works. */
function checkWords(fault: CommandFault, word: string | undefined): void {
  const text = unescaped(toText(describeFault(reader, fault)));
  if (word) expect(text).toContain(word);

  const examples = describeFault(reader, fault).flatMap((piece) =>
    typeof piece === 'object' && 'code' in piece && piece.code.startsWith('/followstats ') ? [piece.code] : [],
  );
  expect(examples).not.toEqual([]);
  for (const example of examples) {
    const arrives = escapeTyped(example.slice('/followstats '.length), seedWorkspace());
    // Only the name of the subcommand that was meant, so the accounts are still missing.
    const isNameOnly = example === '/followstats lookup';
    const isRight = isNameOnly ? { fault: { kind: 'nobody' } } : { kind: expect.not.stringMatching(/^(wrong|help)$/) };
    expect(readCommand(arrives, 100)).toMatchObject(isRight);
  }
}

test('too many accounts are said by number', () => {
  expect(toText(describeFault(reader, faultOf('u1 u2 u3 u4 u5')))).toContain(
    'That’s 5 accounts, and one command takes 3 at most. u4 and everything after it is too much.',
  );
});

test('a word without end is cut', () => {
  expect(toText(describeFault(reader, faultOf(`alice ${'x'.repeat(9000)}`))).length).toBeLessThan(300);
});

test('the longest command is written alike for every reader', () => {
  expect(toText(describeFault(readerOf('de-DE'), { kind: 'command-too-long' }))).toContain('40,000 characters at most');
});
