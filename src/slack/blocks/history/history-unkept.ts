import type { History, UnkeptAccount } from '../../../followstats/history/history.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { accountNames } from '../kit/account-names.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeDateAndTime } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { named } from '../kit/named-account.ts';
import { ofSpan } from './history-times.ts';

/** Accounts whose last reading is shown, unless those of all are wanted. */
const LASTS_SHOWN = 10;
/** Accounts of one line where all are named: a text is cut by whole lines. */
const NAMES_A_LINE = 100;

interface Shown {
  /** In front of everyone they are only counted. */
  readonly isShared: boolean;
  /** Whether all are named, as many as there are; else the first ten. */
  readonly isWhole?: boolean;
}

/** Names the accounts of which nothing was read, with what was read of them before, and those that were probably meant. */
export function unkeptSentences(
  reader: Reader,
  history: History,
  { isShared, isWhole = false }: Shown,
): readonly Sentence[] {
  const { unkept, accounts } = history;
  const { history: words, reports } = reader.words;
  if (unkept.length === 0) return [];
  if (isShared) return [words.noneShared({ none: unkept.length, all: unkept.length + accounts.length })];
  const none = (of: readonly AccountId[]) => {
    const names = { accounts: accountNames(reader, of, { isWhole }) };
    return ofSpan(history, {
      inDays: (days) => words.noneInDays({ ...names, days }),
      inYear: () => words.noneInYear(names),
    });
  };
  const lines = (of: readonly UnkeptAccount[], further?: Sentence) =>
    chunksOf(of.map(({ account }) => account)).map((some, n, all) =>
      joinSentences(reader, none(some), n === all.length - 1 ? further : undefined),
    );
  const mistyped = unkept.flatMap(({ account, meant }) =>
    meant === undefined
      ? []
      : [joinSentences(reader, none([account]), reports.meant({ account: named(reader, meant) }))],
  );
  const never = unkept.filter(({ meant, last }) => meant === undefined && last === undefined);
  const older = unkept.filter(({ last }) => last !== undefined);
  const lasts = older
    .slice(0, isWhole ? older.length : LASTS_SHOWN)
    .flatMap(({ account, last }) => (last ? [lastSentence(reader, history, account, last)] : []));
  return [...mistyped, ...lines(never, words.keptFrom()), ...lines(older), ...lasts];
}

function lastSentence(
  reader: Reader,
  { at: now }: History,
  account: AccountId,
  { readAt, followers }: NonNullable<UnkeptAccount['last']>,
): Sentence {
  const at = writeDateAndTime(reader, readAt, now);
  return reader.words.history.lastCounts({ account: named(reader, account), at, followers });
}

function chunksOf(accounts: readonly AccountId[]): readonly (readonly AccountId[])[] {
  return Array.from({ length: Math.ceil(accounts.length / NAMES_A_LINE) }, (_, n) =>
    accounts.slice(n * NAMES_A_LINE, (n + 1) * NAMES_A_LINE),
  );
}
