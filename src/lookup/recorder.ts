import type { Snapshot, Snapshots } from '../followstats/reports/snapshots.ts';
import type { AccountId, Lookup } from '../followstats/types.ts';

/** Hands fresh answers on to the store, behind the back of whoever asked. */
export interface Recorder {
  /** Returns at once and never throws. @param lookups one for each account, in their order */
  keep(accounts: readonly AccountId[], lookups: readonly Lookup[]): void;
  /** Resolves when all that was given has been recorded, or could not be. */
  drain(): Promise<void>;
}

interface Options {
  readonly snapshots: Pick<Snapshots, 'record'>;
  /** Told of a store that doesn't take them, once a minute at most, with how many were lost since it was told last. */
  readonly onError: (error: unknown, lost: number) => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

const TOLD_EVERY_MS = 60_000;

/** One write at a time; what comes meanwhile is recorded together by the next, the newest of each account. */
export function createRecorder({ snapshots, onError, now }: Options): Recorder {
  let waiting = new Map<AccountId, Snapshot>();
  let writing: Promise<void> | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  let lost = 0;

  async function write(): Promise<void> {
    // The embedded store works on this thread: the answer goes out first.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.size > 0) {
      const found = waiting;
      waiting = new Map();
      try {
        await snapshots.record(found);
      } catch (error) {
        tell(error, found.size);
      }
    }
    writing = undefined;
  }

  function tell(error: unknown, count: number): void {
    lost += count;
    if (now() - toldAt < TOLD_EVERY_MS) return;
    onError(error, lost);
    toldAt = now();
    lost = 0;
  }

  return {
    keep(accounts, lookups) {
      for (const [place, account] of accounts.entries()) {
        const lookup = lookups[place];
        if (lookup?.kind !== 'found') continue;
        const { followers, following, mutual, readAt } = lookup;
        waiting.set(account, { followers, following, mutual, readAt });
      }
      if (waiting.size > 0) writing ??= write();
    },
    drain: async () => writing,
  };
}
