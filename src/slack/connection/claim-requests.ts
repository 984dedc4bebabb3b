import { withDeadline } from '../../deadline.ts';
import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import { createPace, shortGapMs } from '../../timers.ts';
import type { OwedAnswer } from './owed-answers.ts';
import { WINDOW_MS } from './request-headers.ts';

interface Options {
  readonly expiringValues: Pick<ExpiringValues, 'addAll'>;
  /** The store could not be asked, or not in time: these requests are done all the same. */
  readonly onError: (error: unknown, requests: number) => void;
  /** How long the work of a request waits for the store at most, milliseconds, those before it included. */
  readonly timeLimitMs?: number;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

/**
 * Claims a request for this process.
 * @param signature that of Slack, which is different for each request; `undefined`: only what is owed is written
 * @param owed is written in the same moment
 * @returns `false` when it was claimed before, here or by another replica; never rejects
 */
export type ClaimRequest = (signature: string | undefined, owed?: OwedAnswer) => Promise<boolean>;

interface Waiting {
  readonly value: string;
  readonly since: number;
  /** The store has said whether it was kept, or has said nothing in time. */
  readonly resolve: (isMine: boolean) => void;
  readonly written: () => void;
}

/** A request may come as long before its time as after it; a minute more for clocks that differ. */
const CLAIMED_MS = 2 * WINDOW_MS + 60_000;
const MOST_AT_ONCE = 500;
const REQUEST = 'request:';
/** A person waits for what is claimed. */
const TIME_LIMIT_MS = 1000;

/**
 * Claims requests in the store. Those of one moment share one write: each with its own sync to the disk would hold up the
 * acknowledgement of the next. Without the store's answer a request is done: one that is lost is worse than one done twice.
 */
export function createClaimRequests(options: Options): ClaimRequest {
  const { expiringValues, onError, timeLimitMs = TIME_LIMIT_MS, now = () => performance.now() } = options;
  let waiting = new Map<string, Waiting>();
  let isFlushing = false;
  const pace = createPace({ gapMs: shortGapMs });

  async function write(claims: ReadonlyMap<string, Waiting>): Promise<void> {
    const requests = [...claims.keys()].filter((key) => key.startsWith(REQUEST)).length;
    try {
      const values = new Map([...claims].map(([key, { value }]) => [key, value] as const));
      const adding = expiringValues.addAll(values, CLAIMED_MS);
      const written = () => {
        for (const claim of claims.values()) claim.written();
      };
      adding.then(written, written);
      const [first] = claims.values();
      const waitedMs = first ? now() - first.since : 0;
      const mine = await withDeadline(adding, { ms: Math.max(0, timeLimitMs - waitedMs) });
      for (const [key, { resolve }] of claims) resolve(mine.has(key));
    } catch (error) {
      onError(error, requests);
      for (const { resolve } of claims.values()) resolve(true);
    }
  }

  /** What comes while a write is under way, and in the gap behind it, goes with the next. */
  async function flush(): Promise<void> {
    while (waiting.size > 0) {
      // With everything that has arrived by now.
      await pace.begin();
      const claims = new Map([...waiting].slice(0, MOST_AT_ONCE));
      waiting = new Map([...waiting].slice(MOST_AT_ONCE));
      await write(claims);
      pace.end();
    }
    isFlushing = false;
  }

  function add(key: string, value: string, written: () => void): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    waiting.set(key, { value, since: now(), resolve, written });
    if (!isFlushing) {
      isFlushing = true;
      void flush();
    }
    return promise;
  }

  return async (signature, owed) => {
    const key = `${REQUEST}${signature}`;
    if (signature !== undefined && waiting.has(key)) {
      owed?.written();
      return false;
    }
    const [isMine] = await Promise.all([
      signature === undefined ? true : add(key, '', () => {}),
      owed && add(owed.key, owed.value, owed.written),
    ]);
    return isMine;
  };
}
