import type { History } from '../../../followstats/history/history.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { accountNames } from '../kit/account-names.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { ofSpan } from './history-times.ts';

/** Names the accounts of which nothing was read, and those that were probably meant. In front of everyone they are only counted. */
export function unkeptSentences(
  reader: Reader,
  history: History,
  { isShared }: { readonly isShared: boolean },
): readonly Sentence[] {
  const { unkept, accounts } = history;
  const { history: words, reports } = reader.words;
  if (unkept.length === 0) return [];
  if (isShared) return [words.noneShared({ none: unkept.length, all: unkept.length + accounts.length })];
  const none = (of: readonly AccountId[]) => {
    const names = { accounts: accountNames(reader, of) };
    return ofSpan(history, {
      inDays: (days) => words.noneInDays({ ...names, days }),
      inYear: () => words.noneInYear(names),
    });
  };
  const mistyped = unkept.flatMap(({ account, meant }) =>
    meant === undefined ? [] : [joinSentences(reader, none([account]), reports.meant({ account: { bold: meant } }))],
  );
  const others = unkept.filter(({ meant }) => meant === undefined).map(({ account }) => account);
  return [...mistyped, ...(others.length > 0 ? [joinSentences(reader, none(others), words.keptFrom())] : [])];
}
