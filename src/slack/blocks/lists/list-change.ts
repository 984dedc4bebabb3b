import type { ListAnswer } from '../../../followstats/lists/answer.ts';
import { type AccountList, MOST_LIST_ACCOUNTS, MOST_LISTS } from '../../../followstats/lists/lists.ts';
import type { ListName } from '../../../followstats/typed/list-name.ts';
import { writeAccount } from '../../../followstats/typed/who.ts';
import type { Reader } from '../../words/reader.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { typed } from '../kit/typed.ts';
import { describeWhoFault } from '../reports/who-fault-text.ts';

type Changed = Extract<ListAnswer, { kind: 'list-changed' }>;
type Unchanged = Extract<ListAnswer, { kind: 'list-unchanged' }>;

/** Characters. A longer command is left out in part, since code in a sentence is cut. */
const LONGEST_COMMAND = 250;

const mention = (name: ListName): Inline => ({ code: `list:${name}` });

/**
 * What became of a list, and what to type next.
 * @param maxAccounts the most accounts that one look-up takes
 */
export function changedSentence(reader: Reader, answer: Changed, maxAccounts: number): Sentence {
  return joinSentences(
    reader,
    whatChanged(reader, answer),
    ...nextSteps(reader, answer.name, answer.size, maxAccounts),
  );
}

function whatChanged({ words }: Reader, { change, name, changed, size, who }: Changed): Sentence {
  const said = words.lists;
  const list = mention(name);
  const named = who.accounts.length;
  if (change === 'create') return said.created({ list, size });
  const [none, nothing, some, all] =
    change === 'add'
      ? [said.addedNone, said.nothingToAdd, said.addedSome, said.added]
      : [said.removedNone, said.nothingToRemove, said.removedSome, said.removed];
  if (changed === 0) return named > 0 ? none({ list }) : nothing({ list });
  return named > changed ? some({ list, changed, already: named - changed, size }) : all({ list, changed, size });
}

function nextSteps({ words }: Reader, name: ListName, size: number, maxAccounts: number): readonly Sentence[] {
  const { add, see, lookUpOrSee, makeDigest } = words.lists.next;
  if (size === 0) return [add({ add: typed(`list add ${name} alice`) })];
  const show = typed(`list show ${name}`);
  if (size > maxAccounts) return [see({ show }), makeDigest({ max: maxAccounts, digest: typed('digest new') })];
  return [lookUpOrSee({ lookUp: typed(`list:${name}`), show })];
}

/** Why a list was not changed, and what to do. */
export function unchangedSentence(reader: Reader, answer: Unchanged): Sentence {
  const { unchanged } = reader.words.lists;
  const { name } = answer;
  const list = mention(name);
  switch (answer.why) {
    case 'absent':
      return describeWhoFault(reader, answer.fault);
    case 'exists':
      return unchanged.exists({ list, add: typed(`list add ${name} alice`), show: typed(`list show ${name}`) });
    case 'too-many-lists':
      return unchanged.tooManyLists({
        max: MOST_LISTS,
        show: typed('list show'),
        delete: typed('list delete NAME'),
      });
    case 'too-many-accounts': {
      const create = typed(`list create ${name.slice(0, 38)}-2 alice`);
      return unchanged.tooManyAccounts({ list, size: answer.size, max: MOST_LIST_ACCOUNTS, create });
    }
  }
}

/** What a list held that is gone, and the command that makes it again. */
export function deletedSentence({ words }: Reader, { name, accounts }: AccountList): Sentence {
  const said = { list: mention(name), size: accounts.length };
  const again = `list create ${name} ${accounts.map(writeAccount).join(' ')}`.trimEnd();
  if (again.length <= LONGEST_COMMAND) return words.lists.deleted({ ...said, command: typed(again) });
  return words.lists.deletedLong({ ...said, command: typed(`list create ${name} …`) });
}
