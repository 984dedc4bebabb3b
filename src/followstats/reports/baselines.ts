import { withDeadline } from '../../deadline.ts';
import type { AccountId } from '../types.ts';
import type { Snapshot, Snapshots } from './snapshots.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What each account may be compared with; those never seen before are left out. Never throws. */
export type ReadBaselines = (
  accounts: readonly AccountId[],
  askedAt: number,
) => Promise<ReadonlyMap<AccountId, Snapshot>>;

interface Options {
  readonly snapshots: Pick<Snapshots, 'before' | 'firstSince'>;
  /** Without an answer of the store after so long the counts are shown without their change, milliseconds. */
  readonly timeLimitMs: number;
  /** Takes why there are none, when the store failed or took too long. */
  readonly onError: (error: unknown) => void;
}

/**
 * The newest snapshot at least a day old, else the oldest there is. An answer doesn't wait longer for its changes than
 * `timeLimitMs`.
 */
export function createReadBaselines({ snapshots, timeLimitMs, onError }: Options): ReadBaselines {
  async function read(accounts: readonly AccountId[], askedAt: number) {
    const dayOld = await snapshots.before(accounts, askedAt - DAY_MS);
    const younger = accounts.filter((account) => !dayOld.has(account));
    if (younger.length === 0) return dayOld;
    return new Map([...dayOld, ...(await snapshots.firstSince(younger, askedAt - DAY_MS))]);
  }

  return async (accounts, askedAt) => {
    try {
      return await withDeadline(read(accounts, askedAt), { ms: timeLimitMs }, () => {
        throw new Error(`no baselines within ${timeLimitMs} ms`);
      });
    } catch (error) {
      onError(error);
      return new Map();
    }
  };
}

/** Whether a snapshot is old enough, compared with a reading, for their difference to say something. */
export function isBaselineOf(snapshot: Snapshot, readAt: number): boolean {
  return readAt - snapshot.readAt >= HOUR_MS;
}
