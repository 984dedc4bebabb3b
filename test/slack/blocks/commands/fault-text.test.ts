import { expect, test } from 'vitest';
import { escapeTyped } from '../../../../src/demo/slack/people/compose-message.ts';
import { seedWorkspace } from '../../../../src/demo/slack/seed.ts';
import { type CommandFault, readCommand } from '../../../../src/followstats/commands/command.ts';
import type { ListName } from '../../../../src/followstats/typed/list-name.ts';
import { describeFault } from '../../../../src/slack/blocks/commands/fault-text.ts';
import { toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { readerOf } from '../../readers.ts';
import { faultOf, type LaterFault, TYPED } from '../../words/sample-faults.ts';
import { unescaped } from '../read-rendering.ts';

const reader = readerOf();

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
    'That’s 120 accounts, and one command takes 100 at most. With list:vip it’s too many.',
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
    'That’s 5 accounts, and one command takes 3 at most. From u4 on it’s too many.',
  );
});

test('a word without end is cut', () => {
  expect(toText(describeFault(reader, faultOf(`alice ${'x'.repeat(9000)}`))).length).toBeLessThan(300);
});

test('the longest command is written alike for every reader', () => {
  expect(toText(describeFault(readerOf('de-DE'), { kind: 'command-too-long' }))).toContain('40,000 characters at most');
});
