import { type CommandFault, MOST_COMMAND_TEXT } from '../../followstats/commands/command.ts';
import { ACCOUNT_ID_BYTES } from '../../followstats/typed/account-id.ts';
import { writeAccount } from '../../followstats/typed/who.ts';
import type { Reader } from '../words/reader.ts';
import { ACCESS_FAULTS } from './access/access-fault-text.ts';
import { DIGEST_FAULTS } from './digests/digest-fault-text.ts';
import type { FaultWords } from './kit/fault-words.ts';
import type { Sentence } from './kit/inline.ts';
import { shownWord as shown } from './kit/shown-word.ts';
import { typed } from './kit/typed.ts';
import { LINK_FAULTS } from './links/link-fault-text.ts';
import { LIST_FAULTS } from './lists/list-fault-text.ts';

const COUNT = new Intl.NumberFormat('en');
const EXAMPLE = typed('alice bob');
const lookup = (word: string) => typed(`lookup ${writeAccount(word)}`);

/** Each names the word at fault and shows a right example. */
const TEXT: FaultWords<CommandFault> = {
  ...LIST_FAULTS,
  ...LINK_FAULTS,
  ...DIGEST_FAULTS,
  ...ACCESS_FAULTS,
  'command-too-long': () => [
    `A command has at most ${COUNT.format(MOST_COMMAND_TEXT)} characters, and this one has more. Name fewer accounts, or put `,
    'them on a list and look that up, like ',
    typed('list:creators'),
    '.',
  ],
  'unclosed-quote': (_reader, { word }) => [
    'The quote at ',
    shown(word),
    ' is never closed. Write it like this: ',
    typed('"with space" bob'),
    '.',
  ],
  'text-after-quote': (_reader, { word }) => [
    'Put a space after the closing quote in ',
    shown(word),
    ', like this: ',
    typed('"with space" bob'),
    '.',
  ],
  'unknown-subcommand': (_reader, { word, suggestion }) => [
    'There is no subcommand ',
    shown(word),
    '. Did you mean ',
    typed(suggestion),
    '? If it is a UserID, type ',
    lookup(word),
    '.',
  ],
  'unavailable-subcommand': (_reader, { word }) => [
    shown(word),
    ' is kept for a subcommand that this version doesn’t have yet. If it is a UserID, type ',
    lookup(word),
    '.',
  ],
  'too-long': (_reader, { word, bytes }) => [
    shown(word),
    ` is ${bytes} bytes long, and a UserID has at most ${ACCOUNT_ID_BYTES}. Separate UserIDs with spaces, like `,
    EXAMPLE,
    '.',
  ],
  'not-printable-ascii': (_reader, { word }) => [
    shown(word),
    ' can’t be a UserID: Chat takes only printable ASCII characters (letters, digits, punctuation), like ',
    EXAMPLE,
    '.',
  ],
  'empty-quotes': () => [
    'There is nothing between the quotes. Write a UserID with spaces like ',
    typed('"with space"'),
    '.',
  ],
  'not-an-account': (_reader, { word }) => [
    shown(word),
    ' is not an account or a person. Type UserIDs, like ',
    EXAMPLE,
    '.',
  ],
  'too-many': (_reader, { word, count, max }) => [
    `That is ${count} accounts, and one command takes at most ${max}; the first too many is `,
    shown(word),
    '. Split it into several commands, like ',
    EXAMPLE,
    '.',
  ],
  nobody: () => ['Whom shall I look up? Name at least one account, like ', typed('lookup alice'), '.'],
  'nobody-mentioned': () => [
    'That message mentions no person, and none wrote it, so there is nobody to look up. Type UserIDs instead, like ',
    EXAMPLE,
    '.',
  ],
  'message-too-large': () => [
    'That message is too large to find the people in it. Type UserIDs instead, like ',
    EXAMPLE,
    '.',
  ],
};

/** What is wrong with a command, in one or two short sentences. */
export function describeFault(reader: Reader, fault: CommandFault): Sentence {
  const describe = TEXT[fault.kind] as (reader: Reader, fault: CommandFault) => Sentence;
  return describe(reader, fault);
}
