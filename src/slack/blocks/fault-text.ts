import { ACCOUNT_ID_BYTES } from '../../followstats/account-id.ts';
import { type CommandFault, writeAccount } from '../../followstats/command.ts';
import { COMMAND } from '../names.ts';
import { ACCESS_FAULTS } from './access-fault-text.ts';
import type { Sentence } from './inline.ts';
import { shownWord as shown } from './shown-word.ts';

type Describe<Kind extends CommandFault['kind']> = (fault: Extract<CommandFault, { kind: Kind }>) => Sentence;

const EXAMPLE = { code: `${COMMAND} alice bob` };
const lookup = (word: string) => ({ code: `${COMMAND} lookup ${writeAccount(word)}` });

/** One sentence a fault: names the word and shows a right example. A fault without words does not compile. */
const TEXT: { readonly [Kind in CommandFault['kind']]: Describe<Kind> } = {
  'unclosed-quote': ({ word }) => [
    'The quote at ',
    shown(word),
    ' is never closed. Write it like this: ',
    { code: `${COMMAND} "with space" bob` },
    '.',
  ],
  'text-after-quote': ({ word }) => [
    'Put a space after the closing quote in ',
    shown(word),
    ', like this: ',
    { code: `${COMMAND} "with space" bob` },
    '.',
  ],
  'unknown-subcommand': ({ word, suggestion }) => [
    'There is no subcommand ',
    shown(word),
    '. Did you mean ',
    { code: `${COMMAND} ${suggestion}` },
    '? If it is a UserID, type ',
    lookup(word),
    '.',
  ],
  'unavailable-subcommand': ({ word }) => [
    shown(word),
    ' is kept for a subcommand that this version doesn’t have yet. If it is a UserID, type ',
    lookup(word),
    '.',
  ],
  'unavailable-list': ({ word }) => [
    'Lists are not available in this version, so ',
    shown(word),
    ' names no accounts; type the UserIDs themselves, like ',
    EXAMPLE,
    '.',
  ],
  'too-long': ({ word, bytes }) => [
    shown(word),
    ` is ${bytes} bytes long, and a UserID has at most ${ACCOUNT_ID_BYTES}. Separate UserIDs with spaces, like `,
    EXAMPLE,
    '.',
  ],
  'not-printable-ascii': ({ word }) => [
    shown(word),
    ' can’t be a UserID: Chat takes only printable ASCII characters (letters, digits, punctuation), like ',
    EXAMPLE,
    '.',
  ],
  'empty-quotes': () => [
    'There is nothing between the quotes. Write a UserID with spaces like ',
    { code: `${COMMAND} "with space"` },
    '.',
  ],
  'not-an-account': ({ word }) => [shown(word), ' is not an account or a person. Type UserIDs, like ', EXAMPLE, '.'],
  'too-many': ({ word, count, max }) => [
    `That is ${count} accounts, and one command takes at most ${max}; the first too many is `,
    shown(word),
    '. Split it into several commands, like ',
    EXAMPLE,
    '.',
  ],
  ...ACCESS_FAULTS,
  nobody: () => ['Whom shall I look up? Name at least one account, like ', { code: `${COMMAND} lookup alice` }, '.'],
};

/** What is wrong with a command, in one or two short sentences. */
export function describeFault(fault: CommandFault): Sentence {
  const describe = TEXT[fault.kind] as Describe<CommandFault['kind']>;
  return describe(fault);
}
