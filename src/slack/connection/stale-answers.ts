import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import { createStandingStill } from '../standing-still.ts';
import { type Owed, readOwed } from './owed.ts';

/** What replicas that were killed leave behind. Each function rejects with `store_unavailable`. */
export interface StaleAnswers {
  /**
   * Takes, one after the other as they are asked for, those of which nothing was heard for `STALE_MS`: the replicas that had them were
   * killed. Each is one caller's, for `STALE_MS` from then on. Of what it hasn't seen before the present call it takes none.
   */
  takeStale(): AsyncIterable<{ readonly key: string; readonly owed: Owed }>;
  /** When to look again, milliseconds after the last look: something has to stand still that long; `undefined` when nothing has to. */
  lookAgainMs(): number | undefined;
  /** Owes an answer no more: its person was notified. Rejects with `store_unavailable`. */
  drop(key: string): Promise<void>;
}

export interface StaleOptions {
  readonly values: Pick<ExpiringValues, 'add' | 'get' | 'set' | 'under' | 'removeAll'>;
  /** How the keys of this replica begin. */
  readonly own: string;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
}

/** How the keys of all replicas begin. */
export const OWED = 'owed:';
/** Nothing heard for so long, a request is taken for lost, milliseconds. */
export const STALE_MS = 45_000;
/** A request that takes long says so often that it goes on. */
export const BEAT_MS = STALE_MS / 3;
/**
 * What looks stale was seen to stand still for so long, milliseconds: the clock of the replica that wrote it may be another one, and
 * after a store that was away every replica has this time to say that its requests go on.
 */
export const WATCHED_MS = BEAT_MS + 5000;

/** What is written before anything is taken for lost; the same for all replicas. */
const PROOF = 'owed-proof';

/** Finds what is owed by replicas that were killed. */
export function createStaleAnswers({ values, own, now, monotonic }: StaleOptions): StaleAnswers {
  /** What the other replicas owe. */
  const still = createStandingStill({ staleMs: STALE_MS, watchedMs: WATCHED_MS }, monotonic);

  async function readOthers(): Promise<ReadonlyMap<string, string>> {
    const owed = await values.under(OWED);
    return new Map([...owed].filter(([key]) => !key.startsWith(own)));
  }

  /** Rejects while nothing can be written: then a replica that lives can't say so either, and what was seen until now says nothing. */
  async function proveWritable(): Promise<void> {
    try {
      await values.set(PROOF, '', STALE_MS);
    } catch (error) {
      still.forget();
      throw error;
    }
  }

  /** @returns whether it is this caller's to tell */
  async function take(key: string, value: string): Promise<boolean> {
    try {
      // A replica that took it may be killed in its turn; then it is free again.
      if (!(await values.add(`telling:${key}`, '', STALE_MS))) return false;
      // Those before it may have taken long: meanwhile its person may have been notified, or its replica heard of.
      return (await values.get(key)) === value;
    } catch (error) {
      // It may be that nothing could be written for long, by any replica.
      still.forget();
      throw error;
    }
  }

  return {
    async *takeStale() {
      const found = [...(await still.look(readOthers))].map(([key, stood]) => {
        const owed = readOwed(stood.value);
        return { key, stood, owed, looksStale: owed !== undefined && now() - owed.at >= STALE_MS };
      });
      // A store that is full, or a standby, is still read.
      if (found.some(({ stood, looksStale }) => looksStale || stood.stoodMs() >= STALE_MS - WATCHED_MS))
        await proveWritable();
      for (const { key, stood, owed, looksStale } of found)
        if (owed && still.isAbandoned(stood, looksStale) && (await take(key, stood.value))) yield { key, owed };
    },
    lookAgainMs: still.lookAgainMs,
    drop: (key) => values.removeAll([key]),
  };
}
