import type { Failure } from '../../errors.ts';
import type { AccountId, Lookup } from '../types.ts';
import { isBaselineOf } from './baselines.ts';
import type { Resolved } from './resolve.ts';
import type { Snapshot } from './snapshots.ts';

/** One account of a report. */
export interface Row {
  readonly account: AccountId;
  readonly lookup: Lookup;
  /** What the counts are compared with; absent when nothing old enough is known of the account. */
  readonly baseline?: Snapshot;
  /** Of an account that failed: what was read of it last, however long ago. Never shown as if it were read now. */
  readonly lastKnown?: Snapshot;
  /** Of an account that Chat doesn't know: the known one that it was probably meant to be. */
  readonly meant?: AccountId;
}

/** A row whose account was read. */
export type ReadRow = Row & { readonly lookup: Extract<Lookup, { kind: 'found' }> };
/** A row whose account couldn't be read. */
export type UnreadRow = Row & { readonly lookup: Extract<Lookup, { kind: 'failed' }> };

/** Accounts that failed for the same reason. */
export interface FailureGroup {
  readonly failure: Failure;
  readonly accounts: readonly AccountId[];
}

/** What came of a look-up. All its renderings are made from this. */
export interface Report {
  readonly who: Resolved;
  /** One per account asked about, in the order asked. */
  readonly rows: readonly Row[];
  readonly read: number;
  readonly failures: readonly FailureGroup[];
  /** How many came from the cache, and the age of the oldest of them in milliseconds. */
  readonly cached: { readonly count: number; readonly oldestMs: number };
  /** When Chat was asked, Unix milliseconds. */
  readonly askedAt: number;
  /** Set where these are the readings of an earlier answer, since reading them anew failed. `at`: when, Unix milliseconds. */
  readonly notRefreshed?: { readonly failure: Failure; readonly at: number };
}

interface Readings {
  readonly answers: ReadonlyMap<AccountId, Lookup>;
  /** What was read before this instant came from the cache. */
  readonly askedAt: number;
  /** Snapshots that may be old enough to compare with. */
  readonly baselines?: ReadonlyMap<AccountId, Snapshot>;
  /** Of accounts that failed. */
  readonly lastKnown?: ReadonlyMap<AccountId, Snapshot>;
  /** Of accounts that Chat doesn't know. */
  readonly meant?: ReadonlyMap<AccountId, AccountId>;
}

/** Builds the report of one look-up. */
export function createReport(who: Resolved, { answers, askedAt, baselines, lastKnown, meant }: Readings): Report {
  const rows = who.accounts.map((account): Row => {
    const lookup = answers.get(account);
    // The contract of LookupMany, checked where it would otherwise turn into a silently missing row.
    if (!lookup) throw new Error('a look-up answered without one of its accounts');
    if (lookup.kind === 'failed') {
      const [last, other] = [lastKnown?.get(account), meant?.get(account)];
      return { account, lookup, ...(last && { lastKnown: last }), ...(other && { meant: other }) };
    }
    const baseline = baselines?.get(account);
    return { account, lookup, ...(baseline && isBaselineOf(baseline, lookup.readAt) && { baseline }) };
  });
  const ages = rows.flatMap(({ lookup }) =>
    lookup.kind === 'found' && lookup.readAt < askedAt ? [askedAt - lookup.readAt] : [],
  );
  return {
    who,
    rows,
    read: rows.filter(isRead).length,
    failures: groupFailures(rows),
    cached: { count: ages.length, oldestMs: Math.max(0, ...ages) },
    askedAt,
  };
}

/** Whether a row's account was read. */
export function isRead(row: Row): row is ReadRow {
  return row.lookup.kind === 'found';
}

/** Whether a row's account couldn't be read. */
export function isUnread(row: Row): row is UnreadRow {
  return row.lookup.kind === 'failed';
}

/** Accounts that failed, by what happened to them, in the order of the rows. */
export function groupFailures(rows: readonly Row[]): readonly FailureGroup[] {
  const groups = Map.groupBy(
    rows.flatMap(({ account, lookup }) => (lookup.kind === 'failed' ? [{ account, failure: lookup.failure }] : [])),
    ({ failure }) => keyOf(failure),
  );
  return [...groups.values()].flatMap((members) =>
    members[0] ? [{ failure: members[0].failure, accounts: members.map(({ account }) => account) }] : [],
  );
}

function keyOf({ code, upstream, lastFailure }: Failure): string {
  return `${code} ${upstream?.code ?? ''} ${upstream?.info ?? ''} ${lastFailure ? keyOf(lastFailure) : ''}`;
}
