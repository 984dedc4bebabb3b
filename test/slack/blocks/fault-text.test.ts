import { expect, test } from 'vitest';
import { escapeTyped } from '../../../src/demo/slack/compose.ts';
import { seedWorkspace } from '../../../src/demo/slack/seed.ts';
import { type CommandFault, readCommand } from '../../../src/followstats/command.ts';
import { describeFault } from '../../../src/slack/blocks/fault-text.ts';
import { toText } from '../../../src/slack/blocks/inline.ts';
import { unescaped } from './read-rendering.ts';

/** What a person types, as Slack delivers it, one for each kind of fault. */
const TYPED: { readonly [Kind in CommandFault['kind']]: readonly [typed: string, word: string | undefined] } = {
  'unclosed-quote': ['bob "alice', '"alice'],
  'text-after-quote': ['"alice"bob', '"alice"bob'],
  'unknown-subcommand': ['lokup alice', 'lokup'],
  'unavailable-subcommand': ['digest new', 'digest'],
  'unavailable-list': ['alice list:stars', 'list:stars'],
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
  'words-behind-access': ['access <@U1>', undefined],
  'not-one-person': ['why <@U1> <@U2>', undefined],
};

function faultOf(typed: string): CommandFault {
  const command = readCommand(typed, 3);
  if (command.kind !== 'wrong') throw new Error(`${typed} is not wrong`);
  return command.fault;
}

test.each(Object.entries(TYPED))(
  '%s: the words name the word at fault and show an example that works',
  (kind, [typed, word]) => {
    const fault = faultOf(typed);
    expect(fault.kind).toBe(kind);
    const text = unescaped(toText(describeFault(fault)));
    if (word) expect(text).toContain(word);

    const examples = describeFault(fault).flatMap((piece) =>
      typeof piece === 'object' && 'code' in piece && piece.code.startsWith('/followstats ') ? [piece.code] : [],
    );
    expect(examples).not.toEqual([]);
    for (const example of examples) {
      const arrives = escapeTyped(example.slice('/followstats '.length), seedWorkspace());
      // Only the name of the subcommand that was meant, so the accounts are still missing.
      const isNameOnly = example === '/followstats lookup';
      const isRight = isNameOnly
        ? { fault: { kind: 'nobody' } }
        : { kind: expect.not.stringMatching(/^(wrong|help)$/) };
      expect(readCommand(arrives, 100)).toMatchObject(isRight);
    }
  },
);

test('too many accounts are told by number', () => {
  expect(toText(describeFault(faultOf('u1 u2 u3 u4 u5')))).toContain(
    'That is 5 accounts, and one command takes at most 3',
  );
});

test('a word without end is cut', () => {
  expect(toText(describeFault(faultOf(`alice ${'x'.repeat(9000)}`))).length).toBeLessThan(300);
});
