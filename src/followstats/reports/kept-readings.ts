import type { Failure } from '../../errors.ts';
import type { AccountId, Lookup } from '../types.ts';
import type { LookupAnswer } from './answer.ts';
import { createReport, isRead, type Report, type Row } from './report.ts';
import type { Snapshot } from './snapshots.ts';

/** What an answer showed, kept so that a failed *Refresh* takes none of it away. */
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
}

/** What is kept of a report. */
export function readingsOf({ rows, askedAt }: Report): KeptReadings {
  return {
    askedAt,
    accounts: rows.map(({ account, lookup, baseline }) => {
      if (lookup.kind === 'failed') return { account };
      const { followers, following, mutual, readAt } = lookup;
      return { account, reading: { followers, following, mutual, readAt }, ...(baseline && { baseline }) };
    }),
  };
}

/** Failures by which Chat says something of the account itself: it was asked, and its older counts are not what it has now. */
const OF_THE_ACCOUNT: ReadonlySet<Failure['code']> = new Set(['missing_account', 'rejected_account']);

/**
 * A look-up that was made to read an answer anew, with the numbers of that answer where it failed: the whole earlier answer
 * where Chat couldn't be asked about any account, else what was read before as last known beside those that failed.
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
  const hasReadings = kept.accounts.some(({ reading }) => reading);
  if (failure && hasReadings) return { kind: 'report', report: earlierReport(answer, kept, { failure, at: now }) };
  const { report } = answer;
  return report ? { ...answer, report: { ...report, rows: report.rows.map((row) => withReading(row, kept)) } } : answer;
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

function earlierReport(
  { report }: Exclude<LookupAnswer, { kind: 'fault' }>,
  kept: KeptReadings,
  notRefreshed: NonNullable<Report['notRefreshed']>,
): Report {
  const accounts = kept.accounts.map(({ account }) => account);
  const failed: Lookup = { kind: 'failed', failure: notRefreshed.failure };
  const now = new Map(report?.rows.map(({ account, lookup }) => [account, lookup]));
  const answers = new Map<AccountId, Lookup>(
    kept.accounts.map(({ account, reading }) => [
      account,
      reading ? { kind: 'found', ...reading } : (now.get(account) ?? failed),
    ]),
  );
  const baselines = new Map(kept.accounts.flatMap(({ account, baseline }) => (baseline ? [[account, baseline]] : [])));
  const lastKnown = new Map(report?.rows.flatMap((row) => (row.lastKnown ? [[row.account, row.lastKnown]] : [])));
  // Whom it was about may have changed meanwhile, e.g. a list: the numbers are those that were shown.
  const who = { ...(report?.who ?? { linked: [], unlinked: [], empty: [] }), accounts };
  return { ...createReport(who, { answers, askedAt: kept.askedAt, baselines, lastKnown }), notRefreshed };
}

/** What was shown before, as last known of an account that failed; the store may know something newer. */
function withReading(row: Row, kept: KeptReadings): Row {
  const reading = kept.accounts.find(({ account }) => account === row.account)?.reading;
  if (isRead(row) || !reading || (row.lastKnown && row.lastKnown.readAt >= reading.readAt)) return row;
  const { meant: _, ...rest } = row;
  return { ...rest, lastKnown: reading };
}
