import { createGatheredWrites, GATHERED_MS } from '../followstats/gathered-writes.ts';
import type { Snapshot, Snapshots } from '../followstats/reports/snapshots.ts';
import type { AccountId, Lookup, LookupMany } from '../followstats/types.ts';

/** Hands fresh answers on to the store after they were given; no caller waits for it. */
export interface Recorder {
  /** Takes what was found; what failed is left out. Returns at once and never throws. */
  keep(answers: ReadonlyMap<AccountId, Lookup>): void;
  /** Resolves when all that was given has been recorded, or could not be; nothing is gathered for it any more. Never rejects. */
  drain(): Promise<void>;
}

interface Options {
  readonly snapshots: Pick<Snapshots, 'record'>;
  /** Called when the store fails, once a minute at most, with how many counts were lost since the last time. */
  readonly onError: (error: unknown, lost: number) => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly mostWaiting?: number;
  /** While counts are read all the time, so many milliseconds of them share one write. */
  readonly gatheredMs?: number | undefined;
}

const ERROR_EVERY_MS = 60_000;
/** Accounts whose counts wait for a store that doesn't answer: more than Chat gives within the time of a statement. */
const MOST_WAITING = 50_000;

/**
 * One write at a time; what comes meanwhile, and for a moment after it, is recorded together by the next, the newest of each account.
 * Counts beyond what memory is meant for are lost.
 */
export function createRecorder(options: Options): Recorder {
  const { snapshots, onError, now, mostWaiting = MOST_WAITING, gatheredMs = GATHERED_MS } = options;
  let waiting = new Map<AccountId, Snapshot>();
  let reportedAt = Number.NEGATIVE_INFINITY;
  let lost = 0;

  async function write(): Promise<void> {
    const found = waiting;
    waiting = new Map();
    try {
      await snapshots.record(found);
    } catch (error) {
      report(error, found.size);
    }
  }

  function report(error: unknown, count: number): void {
    lost += count;
    if (now() - reportedAt < ERROR_EVERY_MS) return;
    onError(error, lost);
    reportedAt = now();
    lost = 0;
  }

  const writes = createGatheredWrites({ isWaiting: () => waiting.size > 0, write, gapMs: () => gatheredMs });

  return {
    keep(answers) {
      let dropped = 0;
      for (const [account, lookup] of answers) {
        if (lookup.kind !== 'found') continue;
        const { followers, following, mutual, readAt } = lookup;
        if (waiting.size < mostWaiting || waiting.has(account))
          waiting.set(account, { followers, following, mutual, readAt });
        else dropped += 1;
      }
      if (dropped > 0) report(new Error('too many counts wait for the store'), dropped);
      writes.begin();
    },
    drain: writes.settled,
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
