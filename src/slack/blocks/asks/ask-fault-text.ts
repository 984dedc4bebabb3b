import type { CommandFault } from '../../../followstats/commands/command.ts';
import type { ListAnswer } from '../../../followstats/lists/answer.ts';
import { MOST_LIST_ACCOUNTS, MOST_LISTS } from '../../../followstats/lists/lists.ts';
import { ACCOUNT_ID_BYTES } from '../../../followstats/typed/account-id.ts';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toPlain } from '../kit/inline.ts';
import { shownWord } from '../kit/shown-word.ts';
import { withoutMentions } from '../kit/without-mentions.ts';
import type { AskField } from './ask-view.ts';

type Unchanged = Extract<ListAnswer, { kind: 'list-unchanged' }>;

/** What keeps a form's command from being done, on the field that it is about. */
interface AskFault {
  readonly field: AskField;
  /** Plain: a field shows no mentions. */
  readonly text: string;
}

/**
 * What is wrong with what was typed, in words for a field: there is no command there to be typed.
 * @param fields those that the form has; the last is taken where a fault is about none of them
 */
export function askFault(reader: Reader, fault: CommandFault, fields: readonly AskField[]): AskFault {
  const isName = fault.kind === 'bad-list-name' && fields.includes('name') && !isPrefixed(fault.word);
  return { field: isName ? 'name' : lastOf(fields), text: toField(reader, describe(reader, fault)) };
}

/** Why a list stays as it is, in words for a field. */
export function unchangedFault(reader: Reader, answer: Unchanged, fields: readonly AskField[]): AskFault {
  const isName = (answer.why === 'exists' || answer.why === 'too-many-lists') && fields.includes('name');
  return { field: isName ? 'name' : lastOf(fields), text: toField(reader, describeUnchanged(reader, answer)) };
}

const lastOf = (fields: readonly AskField[]): AskField => fields.at(-1) ?? 'accounts';
const toField = (reader: Reader, sentence: Sentence): string => toPlain(withoutMentions(reader, sentence));

/** Among the accounts a list has a prefix; in the field of its name it mostly has none. */
const isPrefixed = (word: unknown): boolean => typeof word === 'string' && /^list:/i.test(word);

function describe({ words }: Reader, fault: CommandFault): Sentence {
  const said = words.asks.faults;
  switch (fault.kind) {
    case 'unclosed-quote':
      return said.unclosedQuote({ word: shownWord(fault.word) });
    case 'text-after-quote':
      return said.textAfterQuote({ word: shownWord(fault.word) });
    case 'too-long':
      return said.tooLong({ word: shownWord(fault.word), most: ACCOUNT_ID_BYTES });
    case 'not-printable-ascii':
      return said.notPrintableAscii({ word: shownWord(fault.word) });
    case 'empty-quotes':
      return said.emptyQuotes();
    case 'bad-list-name':
      return said.badListName({ word: shownWord(fault.word) });
    case 'too-many':
      return said.tooMany({ word: shownWord(fault.word), count: fault.count, max: fault.max });
    case 'too-many-resolved':
      return said.tooManyResolved({ count: fault.count, max: fault.max });
    case 'unknown-list': {
      const list = { code: `list:${fault.name}` };
      if (!fault.suggestion) return said.unknownList({ list });
      return said.unknownListMeant({ list, suggestion: { code: `list:${fault.suggestion}` } });
    }
    case 'linked-list':
      return said.listLinked({ word: shownWord(fault.word) });
    case 'nobody':
    case 'missing-list-accounts':
      return said.nobody();
    case 'missing-account':
      return said.oneAccount();
    default:
      return said.other();
  }
}

function describeUnchanged({ words }: Reader, answer: Unchanged): Sentence {
  const said = words.asks.faults;
  const list = { code: `list:${answer.name}` };
  switch (answer.why) {
    case 'absent':
      return said.unknownList({ list });
    case 'exists':
      return said.exists({ list });
    case 'too-many-lists':
      return said.tooManyLists({ max: MOST_LISTS });
    case 'too-many-accounts':
      return said.tooManyAccounts({ list, size: answer.size, max: MOST_LIST_ACCOUNTS });
  }
}
