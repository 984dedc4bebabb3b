import { withDeadline } from '../../deadline.ts';
import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import { awaitedGap, createGatheredWrites } from '../../followstats/gathered-writes.ts';
import type { OwedAnswer } from './owed-answers.ts';
import { WINDOW_MS } from './request-headers.ts';

interface Options {
  readonly expiringValues: Pick<ExpiringValues, 'addAll'>;
  /** The store could not be asked, or not in time: these requests are done all the same. */
  readonly onError: (error: unknown, requests: number) => void;
  /** How long the work of a request waits for the store at most, milliseconds, those before it included. */
  readonly timeLimitMs?: number;
  /** While requests come all the time, so many milliseconds of them at least share one write. */
  readonly gatheredMs?: number | undefined;
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
  /** Called when its write begins. @returns `undefined` when it needn't be written any more */
  readonly take: () => string | undefined;
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
  const { expiringValues, onError, timeLimitMs = TIME_LIMIT_MS, gatheredMs, now = () => performance.now() } = options;
  let waiting = new Map<string, Waiting>();

  async function write(claims: ReadonlyMap<string, Waiting>, values: ReadonlyMap<string, string>): Promise<void> {
    const requests = [...claims.keys()].filter((key) => key.startsWith(REQUEST)).length;
    try {
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
    const claims = new Map<string, Waiting>();
    const values = new Map<string, string>();
    for (const [key, claim] of [...waiting].slice(0, MOST_AT_ONCE)) {
      const value = claim.take();
      if (value === undefined) claim.resolve(true);
      else {
        claims.set(key, claim);
        values.set(key, value);
      }
    }
    waiting = new Map([...waiting].slice(MOST_AT_ONCE));
    if (claims.size > 0) await write(claims, values);
  }

  const writes = createGatheredWrites({
    isWaiting: () => waiting.size > 0,
    write: flush,
    gapMs: awaitedGap(gatheredMs),
  });

  function add(key: string, { take, written }: Pick<Waiting, 'take' | 'written'>): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    waiting.set(key, { take, since: now(), resolve, written });
    writes.begin();
    return promise;
  }

  return async (signature, owed) => {
    const key = `${REQUEST}${signature}`;
    // What is owed is the same as well, and waits to be written.
    if (signature !== undefined && waiting.has(key)) return false;
    const [isMine] = await Promise.all([
      signature === undefined ? true : add(key, { take: () => '', written: () => {} }),
      owed && add(owed.key, owed),
    ]);
    return isMine;
  };
}
