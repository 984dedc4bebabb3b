import type { Failure } from '../../errors.ts';
import type { AccountId, Lookup } from '../types.ts';
import type { LookupAnswer } from './answer.ts';
import { createReport, isRead, type Report, type Row } from './report.ts';
import type { Resolved } from './resolve.ts';
import type { Snapshot } from './snapshots.ts';

/** What an answer showed: kept so that it can be shown to others as it was, and that a failed *Refresh* takes none of it away. */
export interface KeptReadings {
  /** When Chat was asked, Unix milliseconds. */
  readonly askedAt: number;
  /** All accounts of the answer, in the order asked. */
  readonly accounts: readonly KeptAccount[];
}

/** One account, as it was shown. */
export interface KeptAccount {
  readonly account: AccountId;
  /** Absent where it couldn't be read. */
  readonly reading?: Snapshot;
  readonly baseline?: Snapshot;
  /** Why it couldn't be read; absent where it was, and where a version that didn't keep this wrote it. */
  readonly failure?: Failure;
  readonly lastKnown?: Snapshot;
  readonly meant?: AccountId;
}

/** What is kept of a report. */
export function readingsOf({ rows, askedAt }: Report): KeptReadings {
  return {
    askedAt,
    accounts: rows.map(({ account, lookup, baseline, lastKnown, meant }) => {
      if (lookup.kind === 'failed') {
        return { account, failure: lookup.failure, ...(lastKnown && { lastKnown }), ...(meant && { meant }) };
      }
      const { followers, following, mutual, readAt } = lookup;
      return { account, reading: { followers, following, mutual, readAt }, ...(baseline && { baseline }) };
    }),
  };
}

/**
 * The report that was shown.
 * @returns `undefined` where it isn't kept why an account couldn't be read
 */
export function reportOfReadings(kept: KeptReadings): Report | undefined {
  const isWhole = kept.accounts.every(({ reading, failure }) => reading || failure);
  return isWhole ? reportAsShown(kept, { failure: { code: 'incomplete_answer' } }) : undefined;
}

interface Meanwhile {
  /** Of accounts of which it isn't kept why they couldn't be read. */
  readonly failure: Failure;
  /** What is known since of those that couldn't be read. */
  readonly rows?: readonly Row[] | undefined;
  /** Whom the answer is about, of those who aren't kept. */
  readonly who?: Resolved | undefined;
}

/**
 * The report that was shown, with what else is known by now. Whom it is about may have changed meanwhile, e.g. a list: the
 * accounts are those that were shown.
 */
export function reportAsShown({ askedAt, accounts }: KeptReadings, { failure, rows = [], who }: Meanwhile): Report {
  const now = new Map(rows.map((row) => [row.account, row]));
  const answers = new Map<AccountId, Lookup>(
    accounts.map(({ account, reading, failure: earlier }) => [
      account,
      reading
        ? { kind: 'found', ...reading }
        : earlier
          ? { kind: 'failed', failure: earlier }
          : (now.get(account)?.lookup ?? { kind: 'failed', failure }),
    ]),
  );
  const mapOf = <Value>(pick: (one: KeptAccount) => Value | undefined) =>
    new Map(
      accounts.flatMap((one): [AccountId, Value][] => {
        const value = pick(one);
        return value === undefined ? [] : [[one.account, value]];
      }),
    );
  return createReport(
    { ...(who ?? { linked: [], unlinked: [], empty: [] }), accounts: accounts.map(({ account }) => account) },
    {
      answers,
      askedAt,
      baselines: mapOf(({ baseline }) => baseline),
      lastKnown: mapOf(({ account, lastKnown }) => newest(lastKnown, now.get(account)?.lastKnown)),
      meant: mapOf(({ account, meant }) => meant ?? now.get(account)?.meant),
    },
  );
}

/** Failures by which Chat says something of the account itself: it was asked, and its older counts are not what it has now. */
const OF_THE_ACCOUNT: ReadonlySet<Failure['code']> = new Set(['missing_account', 'rejected_account']);

/**
 * A look-up that was made to read an answer anew, with what that answer showed where it failed: the whole earlier answer where
 * Chat couldn't be asked about any account, else what was read before as last known beside those that failed.
 * @param now Unix milliseconds
 * @returns the answer as it is when it isn't about accounts
 */
export function withReadings<Answer extends { readonly kind: string }>(
  answer: Answer | Exclude<LookupAnswer, { kind: 'fault' }>,
  kept: KeptReadings,
  now: number,
): Answer | Exclude<LookupAnswer, { kind: 'fault' }> {
  if (!isLookupAnswer(answer)) return answer;
  const failure = failureOfAll(answer);
  const { report } = answer;
  if (failure && kept.accounts.some(isWorthKeeping)) {
    const earlier = reportAsShown(kept, { failure, rows: report?.rows, who: report?.who });
    return { kind: 'report', report: { ...earlier, notRefreshed: { failure, at: now } } };
  }
  return report ? { ...answer, report: { ...report, rows: report.rows.map((row) => withKept(row, kept)) } } : answer;
}

function isLookupAnswer(answer: { readonly kind: string }): answer is Exclude<LookupAnswer, { kind: 'fault' }> {
  return answer.kind === 'report' || answer.kind === 'failed';
}

/** Why no account could be asked about; `undefined` when one was read, or Chat said something of one. */
function failureOfAll(answer: Exclude<LookupAnswer, { kind: 'fault' }>): Failure | undefined {
  if (answer.kind === 'failed') return answer.error.failure;
  const { rows, failures } = answer.report;
  if (rows.length === 0 || rows.some(isRead)) return undefined;
  return failures.some(({ failure }) => OF_THE_ACCOUNT.has(failure.code)) ? undefined : failures[0]?.failure;
}

/** Whether Chat had answered for an account. */
function isWorthKeeping({ reading, failure }: KeptAccount): boolean {
  return reading !== undefined || (failure !== undefined && OF_THE_ACCOUNT.has(failure.code));
}

/** What was shown before, as last known of an account that failed, or which one was meant by it. */
function withKept(row: Row, kept: KeptReadings): Row {
  const before = kept.accounts.find(({ account }) => account === row.account);
  if (isRead(row) || !before) return row;
  const { meant, lastKnown, ...rest } = row;
  const last = newest(newest(lastKnown, before.reading), before.lastKnown);
  if (last) return { ...rest, lastKnown: last };
  const other = meant ?? before.meant;
  return other ? { ...rest, meant: other } : rest;
}

function newest(one: Snapshot | undefined, other: Snapshot | undefined): Snapshot | undefined {
  if (!one || !other) return one ?? other;
  return other.readAt > one.readAt ? other : one;
}
