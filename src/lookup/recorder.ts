import type { Snapshot, Snapshots } from '../followstats/reports/snapshots.ts';
import type { AccountId, Lookup, LookupMany } from '../followstats/types.ts';
import { nextTurn } from '../timers.ts';

/** Hands fresh answers on to the store after they were given; no caller waits for it. */
export interface Recorder {
  /** Takes what was found; what failed is left out. Returns at once and never throws. */
  keep(answers: ReadonlyMap<AccountId, Lookup>): void;
  /** Resolves when all that was given has been recorded, or could not be. Never rejects. */
  drain(): Promise<void>;
}

interface Options {
  readonly snapshots: Pick<Snapshots, 'record'>;
  /** Called when the store fails, once a minute at most, with how many counts were lost since the last time. */
  readonly onError: (error: unknown, lost: number) => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

const ERROR_EVERY_MS = 60_000;

/** One write at a time; what comes meanwhile is recorded together by the next, the newest of each account. */
export function createRecorder({ snapshots, onError, now }: Options): Recorder {
  let waiting = new Map<AccountId, Snapshot>();
  let writing: Promise<void> | undefined;
  let reportedAt = Number.NEGATIVE_INFINITY;
  let lost = 0;

  async function write(): Promise<void> {
    // The embedded store works on this thread: the answer goes out first.
    await nextTurn();
    while (waiting.size > 0) {
      const found = waiting;
      waiting = new Map();
      try {
        await snapshots.record(found);
      } catch (error) {
        report(error, found.size);
      }
    }
    writing = undefined;
  }

  function report(error: unknown, count: number): void {
    lost += count;
    if (now() - reportedAt < ERROR_EVERY_MS) return;
    onError(error, lost);
    reportedAt = now();
    lost = 0;
  }

  return {
    keep(answers) {
      for (const [account, lookup] of answers) {
        if (lookup.kind !== 'found') continue;
        const { followers, following, mutual, readAt } = lookup;
        waiting.set(account, { followers, following, mutual, readAt });
      }
      if (waiting.size > 0) writing ??= write();
    },
    drain: async () => writing,
  };
}

/** Records what was found. Below the cache, so that it sees only what Chat has just answered. */
export function withRecording(next: LookupMany, recorder: Recorder): LookupMany {
  return async (accounts, options) => {
    const answers = await next(accounts, options);
    recorder.keep(answers);
    return answers;
  };
}
