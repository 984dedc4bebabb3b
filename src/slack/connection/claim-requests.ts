import { withDeadline } from '../../deadline.ts';
import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import { createPace } from '../../timers.ts';
import { WINDOW_MS } from './request-headers.ts';

interface Options {
  readonly expiringValues: Pick<ExpiringValues, 'addAll'>;
  /** The store could not be asked, or not in time: these requests are done all the same. */
  readonly onError: (error: unknown, requests: number) => void;
  /** How long the work of a request waits for the store at most, milliseconds. */
  readonly timeLimitMs?: number;
}

/**
 * Claims a request for this process.
 * @param signature that of Slack, which is different for each request
 * @returns `false` when it was claimed before, here or by another replica; never rejects
 */
export type ClaimRequest = (signature: string) => Promise<boolean>;

/** A request may come as long before its time as after it; a minute more for clocks that differ. */
const CLAIMED_MS = 2 * WINDOW_MS + 60_000;
const MOST_AT_ONCE = 500;
/** A person waits for what is claimed. */
const TIME_LIMIT_MS = 1000;
/** Of the time, the share that a store on this thread takes of it while requests come all the time: an eighth. */
const GAP = { factor: 7, mostMs: 100 };

/**
 * Claims requests in the store. Those of one moment share one write, whose sync to the disk would otherwise hold up the
 * acknowledgement of the next. Without the store's answer a request is done: one that is lost is worse than one done twice.
 */
export function createClaimRequests(options: Options): ClaimRequest {
  const { expiringValues, onError, timeLimitMs = TIME_LIMIT_MS } = options;
  let waiting = new Map<string, (isMine: boolean) => void>();
  let isFlushing = false;
  const pace = createPace({ gapMs: (tookMs) => Math.min(GAP.mostMs, GAP.factor * tookMs) });

  async function write(claims: ReadonlyMap<string, (isMine: boolean) => void>): Promise<void> {
    try {
      const values = new Map([...claims.keys()].map((key) => [key, ''] as const));
      const mine = await withDeadline(expiringValues.addAll(values, CLAIMED_MS), { ms: timeLimitMs });
      for (const [key, resolve] of claims) resolve(mine.has(key));
    } catch (error) {
      onError(error, claims.size);
      for (const resolve of claims.values()) resolve(true);
    }
  }

  /** What comes while a write is under way, and in the gap behind it, goes with the next. */
  async function flush(): Promise<void> {
    while (waiting.size > 0) {
      // After everything that has arrived by now was acknowledged.
      await pace.begin();
      const claims = new Map([...waiting].slice(0, MOST_AT_ONCE));
      waiting = new Map([...waiting].slice(MOST_AT_ONCE));
      await write(claims);
      pace.end();
    }
    isFlushing = false;
  }

  return (signature) => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const key = `request:${signature}`;
    if (waiting.has(key)) return Promise.resolve(false);
    waiting.set(key, resolve);
    if (!isFlushing) {
      isFlushing = true;
      void flush();
    }
    return promise;
  };
}
