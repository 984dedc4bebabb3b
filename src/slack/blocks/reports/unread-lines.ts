import type { Failure } from '../../../errors.ts';
import { groupFailures, isUnread, type Row, type UnreadRow } from '../../../followstats/reports/report.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { describeFailure } from '../kit/failure-text.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { listed } from '../kit/listed.ts';
import type { Moments } from '../kit/moments.ts';

/** More accounts than these that failed for one reason share a line. */
const MOST_LINES = 5;
/** Of accounts that share a line so many are named where there is little room. */
const NAMES_SHOWN = 10;

interface Telling {
  readonly moments: Moments;
  /** Whether each account is named: in a message's text all of them, in its blocks the first ten of those that share a line. */
  readonly names: 'all' | 'some';
}

/**
 * The accounts that couldn't be read, a line each in the order asked: what is wrong, what was read last, what this reader can do.
 * What is the same for several, what to do and Chat's code, stands once. More than five that failed for one reason share a line,
 * and what was read of them last stands in lines below.
 */
export function unreadLines(reader: Reader, rows: readonly Row[], { moments, names }: Telling): readonly Sentence[] {
  const unread = rows.filter(isUnread);
  const groups = groupFailures(unread);
  const groupOf = new Map(groups.flatMap((group) => group.accounts.map((account) => [account, group])));
  const rowOf = new Map(unread.map((row) => [row.account, row]));
  const told = new Set<Failure>();

  return unread.flatMap((row) => {
    const { failure, accounts } = groupOf.get(row.account) ?? { failure: row.lookup.failure, accounts: [row.account] };
    const isFirst = accounts[0] === row.account;
    if (accounts.length > MOST_LINES) {
      if (!isFirst) return [];
      const named = names === 'all' ? accounts : accounts.slice(0, NAMES_SHOWN);
      const known = named.flatMap((account) => lastKnownLine(reader, rowOf.get(account), moments));
      return [sharedLine(reader, failure, accounts, named), ...known];
    }
    const line = ownLine(reader, row, moments, { isFix: !row.meant && !told.has(failure), isFirst });
    if (!row.meant) told.add(failure);
    return [line];
  });
}

function ownLine(
  reader: Reader,
  { account, lookup: { failure }, lastKnown, meant }: UnreadRow,
  moments: Moments,
  { isFix, isFirst }: { readonly isFix: boolean; readonly isFirst: boolean },
): Sentence {
  const { reports } = reader.words;
  const { what, fix, code } = describeFailure(reader, failure);
  return joinSentences(
    reader,
    reports.unread({ account: { bold: account }, what }),
    lastKnown && reports.lastKnown({ ...lastKnown, at: moments.dayAndTime(lastKnown.readAt) }),
    meant && reports.meant({ account: { bold: meant } }),
    isFix ? fix : undefined,
    isFirst && code ? [code] : undefined,
  );
}

function sharedLine(
  reader: Reader,
  failure: Failure,
  accounts: readonly AccountId[],
  named: readonly AccountId[],
): Sentence {
  const { fix, code } = describeFailure(reader, failure);
  return joinSentences(
    reader,
    reader.words.reports.unread({ account: names(reader, accounts, named), what: whatOfSeveral(reader, failure) }),
    fix,
    code && [code],
  );
}

function lastKnownLine(reader: Reader, row: UnreadRow | undefined, moments: Moments): readonly Sentence[] {
  if (!row?.lastKnown) return [];
  const { lastKnown, account } = row;
  const at = moments.dayAndTime(lastKnown.readAt);
  return [reader.words.reports.lastKnownOf({ ...lastKnown, account: { bold: account }, at })];
}

/** What happened to several accounts. */
export function whatOfSeveral(reader: Reader, failure: Failure): Sentence {
  const { code, upstream } = failure.lastFailure ?? failure;
  const several: Partial<Record<string, () => Sentence>> = reader.words.reports.several;
  const people: Partial<Record<number, unknown>> = reader.words.chatCodes.people;
  const hasOwnWords = upstream !== undefined && !upstream.about && people[upstream.code] !== undefined;
  return (hasOwnWords ? undefined : several[code]?.()) ?? describeFailure(reader, failure).what;
}

/** The first of some accounts by name, and how many more there are. */
export function someNames(reader: Reader, accounts: readonly AccountId[]): Sentence {
  return names(reader, accounts, accounts.slice(0, NAMES_SHOWN));
}

function names(reader: Reader, accounts: readonly AccountId[], named: readonly AccountId[]): Sentence {
  const shown = listed(
    reader,
    named.map((bold) => ({ bold })),
  );
  const more = accounts.length - named.length;
  return more > 0 ? reader.words.reports.someNames({ names: shown, more }) : shown;
}
