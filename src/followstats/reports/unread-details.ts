import type { FindMeant } from '../accounts/meant-accounts.ts';
import type { AccountId, Lookup } from '../types.ts';
import type { Snapshot, Snapshots } from './snapshots.ts';
import { type SpareReadOptions, spareRead } from './spare-read.ts';

/** What the store knows about accounts that failed. */
export interface UnreadDetails {
  /** What was read of each last, however long ago. */
  readonly lastKnown: ReadonlyMap<AccountId, Snapshot>;
  /** Of those that Chat doesn't know and that were never read: the known account that was probably meant. */
  readonly meant: ReadonlyMap<AccountId, AccountId>;
}

/** Reads what the store knows about those of these answers that failed. Never throws; nothing is asked when none did. */
export type ReadUnreadDetails = (answers: ReadonlyMap<AccountId, Lookup>, now: number) => Promise<UnreadDetails>;

interface Options extends SpareReadOptions {
  readonly snapshots: Pick<Snapshots, 'before'>;
  readonly findMeant: FindMeant;
}

/** Of more mistyped accounts than these the answer doesn't say one by one what was meant. */
const MOST_MISTYPED = 5;

/** Makes a `ReadUnreadDetails`; both its reads together take no longer than the time limit. */
export function createReadUnreadDetails({ snapshots, findMeant, ...limits }: Options): ReadUnreadDetails {
  return async (answers, now) => {
    const failed = [...answers].flatMap(([account, lookup]) => (lookup.kind === 'failed' ? [{ account, lookup }] : []));
    if (failed.length === 0) return { lastKnown: new Map(), meant: new Map() };
    const accounts = failed.map(({ account }) => account);
    const reading = snapshots.before(accounts, now);
    const finding = reading.then((lastKnown) => {
      const unknown = failed.flatMap(({ account, lookup }) =>
        lookup.failure.code === 'missing_account' ? [account] : [],
      );
      const mistyped = unknown.filter((account) => !lastKnown.has(account));
      if (mistyped.length === 0 || mistyped.length > MOST_MISTYPED) return new Map<AccountId, AccountId>();
      return findMeant(mistyped, unknown);
    });
    const [lastKnown, meant] = await Promise.all([spareRead(reading, limits), spareRead(finding, limits)]);
    return { lastKnown, meant };
  };
}
