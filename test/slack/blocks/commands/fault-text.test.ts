import { expect, test } from 'vitest';
import { escapeTyped } from '../../../../src/demo/slack/people/compose-message.ts';
import { seedWorkspace } from '../../../../src/demo/slack/seed.ts';
import { type CommandFault, readCommand } from '../../../../src/followstats/commands/command.ts';
import type { ListName } from '../../../../src/followstats/typed/list-name.ts';
import { describeFault } from '../../../../src/slack/blocks/commands/fault-text.ts';
import { type Sentence, toText } from '../../../../src/slack/blocks/kit/inline.ts';
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

  const examples = examplesIn(describeFault(reader, fault));
  expect(examples).not.toEqual([]);
  for (const example of examples) {
    const arrives = asDelivered(example.slice('/followstats '.length));
    // Only the name of the subcommand that was meant, so the accounts are still missing.
    const isNameOnly = example === '/followstats lookup';
    const isRight = isNameOnly ? { fault: { kind: 'nobody' } } : { kind: expect.not.stringMatching(/^(fault|help)$/) };
    expect(readCommand(arrives, 100), example).toMatchObject(isRight);
  }
}

/** What Slack delivers of a command; mentions stand in it by their ids already. */
const asDelivered = (typed: string): string =>
  typed
    .split(/(<[@!#][^>]*>)/)
    .map((part, n) => (n % 2 === 1 ? part : escapeTyped(part, seedWorkspace())))
    .join('');

/** The commands that a sentence shows, with the mentions and the text behind them. */
function examplesIn(sentence: Sentence): readonly string[] {
  const examples: string[] = [];
  let isOpen = false;
  for (const [n, piece] of sentence.entries()) {
    const next = sentence[n + 1];
    if (typeof piece === 'object' && 'code' in piece && piece.code.startsWith('/followstats ')) {
      examples.push(piece.code);
      isOpen = true;
    } else if (isOpen && piece === ' ' && typeof next === 'object') {
      examples.push(`${examples.pop()}${piece}`);
    } else if (isOpen && typeof piece === 'object') {
      examples.push(`${examples.pop()}${toText([piece])}`);
    } else {
      isOpen = false;
    }
  }
  return examples;
}

test.each([
  ['link <@U1> <@U2>', 'put a UserID in place of <@U2>, like /followstats link <@U1> alice.'],
  ['link <@U1> list:vip', 'Try /followstats link <@U1> alice.'],
  ['link <@U1> bob carol', 'carol doesn’t belong there. Try /followstats link <@U1> bob.'],
  ['link <@U1> "oops', 'Try /followstats link <@U1> "with space".'],
  ['link <@U1> naïve', 'like /followstats link <@U1> alice.'],
  [`link <@U1> ${'x'.repeat(33)}`, 'a UserID has at most 32 characters. Try /followstats link <@U1> alice.'],
  ['unlink <@U1> bob', 'Try /followstats unlink <@U1>.'],
  ['list add vip "oops', 'Try /followstats list add vip "with space" bob.'],
  ['list create new naïve', 'like /followstats list create new alice bob.'],
  ['list create bad!name alice', 'like /followstats list create creators alice bob.'],
  ['list add vip list:b!d', 'like /followstats list add vip list:creators.'],
  ['list show vip extra', 'Try /followstats list show vip.'],
  ['list delete vip extra', 'Try /followstats list delete vip.'],
  ['list show b!d', 'like /followstats list show creators.'],
  ['list ad vip', 'Did you mean /followstats list add vip alice bob?'],
  ['list frob vip', 'Try /followstats list show vip.'],
  ['allow <@U1> boss', 'like in /followstats allow <@U1> viewer.'],
  ['watch new alice bob', 'bob is too much here. Type it like /followstats watch new alice.'],
  ['watch pause 3 4', '4 is too much here. Type it like /followstats watch pause 3.'],
  ['digest edit "3', 'Try /followstats digest list.'],
  ['alice list:b!d', 'like /followstats list:creators.'],
])('%s: the example is of the same command, about the same person or list', (typed, words) => {
  const fault = faultOf(typed);
  expect(unescaped(toText(describeFault(reader, fault)))).toContain(words);
  checkWords(fault, undefined);
});

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
