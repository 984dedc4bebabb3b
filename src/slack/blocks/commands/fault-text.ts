import { type CommandFault, MOST_COMMAND_TEXT } from '../../../followstats/commands/command.ts';
import { writeAccount } from '../../../followstats/typed/who.ts';
import type { Reader } from '../../words/reader.ts';
import { ACCESS_FAULTS } from '../access/access-fault-text.ts';
import { CHANGES_FAULTS } from '../changes/changes-fault-text.ts';
import { CHECK_FAULTS } from '../checks/check-fault-text.ts';
import { DIGEST_FAULTS } from '../digests/digest-fault-text.ts';
import { HISTORY_FAULTS } from '../history/history-fault-text.ts';
import type { FaultWords } from '../kit/fault-words.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinTables } from '../kit/join-tables.ts';
import { meantCommand } from '../kit/meant-command.ts';
import { mayGive } from '../kit/offer.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';
import { LINK_FAULTS } from '../links/link-fault-text.ts';
import { LIST_FAULTS } from '../lists/list-fault-text.ts';
import { RELATION_FAULTS } from '../relations/relation-fault-text.ts';
import { WHO_FAULTS } from '../reports/who-fault-text.ts';
import { WATCH_FAULTS } from '../watches/watch-fault-text.ts';

/** The same for every reader: a limit is written as the documents write it, not as counts are. */
const MOST_CHARACTERS = new Intl.NumberFormat('en').format(MOST_COMMAND_TEXT);
const EXAMPLE = typed('alice bob');
const lookup = (word: string) => typed(`lookup ${writeAccount(word)}`);

const SUBJECT_FAULTS = joinTables([
  HISTORY_FAULTS,
  CHANGES_FAULTS,
  RELATION_FAULTS,
  CHECK_FAULTS,
  LIST_FAULTS,
  LINK_FAULTS,
  DIGEST_FAULTS,
  WATCH_FAULTS,
  ACCESS_FAULTS,
  WHO_FAULTS,
]);

/** The faults of a command that are no subject's. Each names the word at fault and shows a right example. */
const COMMAND_FAULTS: Omit<FaultWords<CommandFault>, keyof typeof SUBJECT_FAULTS> = {
  'command-too-long': ({ words: { commands } }) =>
    commands.tooLong({ most: MOST_CHARACTERS, example: typed('list:creators') }),
  'unknown-subcommand': (reader, fault) => {
    const { unknownSubcommand, noSubcommand } = reader.words.commands;
    const about = { word: shownWord(fault.word), lookup: lookup(fault.word) };
    return mayGive(reader, fault.corrected ?? fault.suggestion)
      ? unknownSubcommand({ ...about, suggestion: meantCommand(fault, typed(fault.suggestion)) })
      : noSubcommand(about);
  },
  nobody: ({ words: { commands } }) => commands.missingWho({ example: typed('lookup alice') }),
  'nobody-mentioned': ({ words: { commands } }) => commands.noMentions({ example: EXAMPLE }),
  'message-too-large': ({ words: { commands } }) => commands.messageTooLarge({ example: EXAMPLE }),
};

const FAULTS: FaultWords<CommandFault> = { ...SUBJECT_FAULTS, ...COMMAND_FAULTS };

/** What is wrong with a command, in one or two short sentences. */
export function describeFault(reader: Reader, fault: CommandFault): Sentence {
  const describe = FAULTS[fault.kind] as (reader: Reader, one: CommandFault) => Sentence;
  return describe(reader, fault);
}
