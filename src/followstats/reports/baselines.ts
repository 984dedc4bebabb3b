import type { AccountId } from '../types.ts';
import type { Snapshot, Snapshots } from './snapshots.ts';
import { type SpareReadOptions, spareRead } from './spare-read.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What each account may be compared with; those never seen before are left out. Never throws. */
export type ReadBaselines = (
  accounts: readonly AccountId[],
  askedAt: number,
) => Promise<ReadonlyMap<AccountId, Snapshot>>;

interface Options extends SpareReadOptions {
  readonly snapshots: Pick<Snapshots, 'before' | 'firstSince'>;
}

/** The newest snapshot at least a day old, else the oldest there is. */
export function createReadBaselines({ snapshots, ...limits }: Options): ReadBaselines {
  async function read(accounts: readonly AccountId[], askedAt: number) {
    const dayOld = await snapshots.before(accounts, askedAt - DAY_MS);
    const younger = accounts.filter((account) => !dayOld.has(account));
    if (younger.length === 0) return dayOld;
    return new Map([...dayOld, ...(await snapshots.firstSince(younger, askedAt - DAY_MS))]);
  }

  return (accounts, askedAt) => spareRead(read(accounts, askedAt), limits);
}

/** Whether a snapshot is old enough, compared with a reading, for their difference to say something. */
export function isBaselineOf(snapshot: Snapshot, readAt: number): boolean {
  return readAt - snapshot.readAt >= HOUR_MS;
}
