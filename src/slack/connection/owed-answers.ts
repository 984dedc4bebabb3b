import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import { createGatheredWrites } from '../../followstats/gathered-writes.ts';
import { newReference } from '../../logger.ts';
import { type Owed, owedTo } from './owed.ts';
import { BEAT_MS, createStaleAnswers, OWED, type StaleAnswers, type StaleOptions } from './stale-answers.ts';

/** An answer that is owed, as the store has it while it is. */
export interface OwedAnswer {
  readonly key: string;
  /** To be called when its write begins. @returns `undefined` when the request has ended: then nothing is to be written */
  readonly take: () => string | undefined;
  /** To be called once the write of what was taken has ended, in whichever way. */
  readonly written: () => void;
  /** The request has come to its end. Returns at once and never throws. */
  readonly end: () => void;
}

/** What a replica that was killed leaves behind. Each function but `begin` and `settled` rejects with `store_unavailable`. */
export interface OwedAnswers extends StaleAnswers {
  /**
   * Begins to owe the answer to a request that is acknowledged.
   * @param id unique to this replica, printable
   * @returns what is to be written; `undefined` where nothing is owed, e.g. to an event
   */
  begin(id: string, body: Record<string, unknown>): OwedAnswer | undefined;
  /** Resolves when all that ended is dropped, or can't be. Never rejects. */
  settled(): Promise<void>;
}

interface Options extends Omit<StaleOptions, 'own'> {
  readonly values: Pick<ExpiringValues, 'add' | 'get' | 'set' | 'setAll' | 'under' | 'removeAll'>;
  /** While requests end all the time, so many milliseconds of them are dropped with one write. */
  readonly gatheredMs?: number | undefined;
}

/** A request that was acknowledged and isn't answered yet. */
interface Open {
  readonly owed: Omit<Owed, 'at'>;
  /** It was written that it goes on, or is just being written. */
  isSaid: boolean;
}

/** Longer than any request takes: no person waits for what is older. */
const KEPT_MS = 10 * 60_000;
const MOST_AT_ONCE = 500;
/** Of what could not be dropped yet: those before have expired by the time that so many have ended. */
const MOST_ENDED = 10_000;

/**
 * Short: of a replica that is killed in between, those who were answered last read that their answer is lost. And far below what a
 * beat leaves until another replica takes what stands still for lost.
 */
const GATHERED_MS = 100;

/**
 * Keeps in the store which requests were acknowledged and aren't answered yet, from beside the acknowledgement until the answer is
 * sent: of a replica that is killed, another one finds them. What ends shares writes, and so does what goes on.
 */
export function createOwedAnswers({ values, now, monotonic, gatheredMs = GATHERED_MS }: Options): OwedAnswers {
  const own = `${OWED}${newReference()}:`;
  const open = new Map<string, Open>();
  let ended = new Set<string>();
  /** Of those that ended: what the store didn't drop. */
  let undropped = new Set<string>();
  /** Of what has ended before its write has. */
  const unwritten = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  const toValue = (owed: Omit<Owed, 'at'>): string => JSON.stringify({ ...owed, at: now() } satisfies Owed);

  async function dropEnded(): Promise<void> {
    const keys = [...ended].slice(0, MOST_AT_ONCE);
    ended = new Set([...ended].slice(keys.length));
    try {
      await values.removeAll(keys);
    } catch {
      // The store is away, which it says itself; with the next beat they are dropped.
      undropped = new Set([...undropped, ...keys].slice(-MOST_ENDED));
      if (!timer) plan();
    }
  }

  const drops = createGatheredWrites({ isWaiting: () => ended.size > 0, write: dropEnded, gapMs: () => gatheredMs });

  function noteEnded(key: string): void {
    ended.add(key);
    const [first] = ended;
    if (ended.size > MOST_ENDED && first !== undefined) ended.delete(first);
    drops.begin();
  }

  function dropAgain(): void {
    for (const key of undropped) noteEnded(key);
    undropped = new Set();
  }

  async function beat(): Promise<void> {
    timer = undefined;
    dropAgain();
    try {
      await sayOpen();
    } catch {
      // It is made up for by the next, or by the end.
    }
    if (open.size + ended.size + undropped.size > 0) plan();
  }

  async function sayOpen(): Promise<void> {
    const keys = [...open.keys()];
    for (let at = 0; at < keys.length; at += MOST_AT_ONCE) {
      const said = new Map<string, string>();
      for (const key of keys.slice(at, at + MOST_AT_ONCE)) {
        const one = open.get(key);
        if (!one) continue;
        one.isSaid = true;
        said.set(key, toValue(one.owed));
      }
      try {
        await values.setAll(said, KEPT_MS);
      } finally {
        // What ended meanwhile may have been dropped before it was written once more.
        for (const key of said.keys()) if (!open.has(key)) noteEnded(key);
      }
    }
  }

  /** Only while something is open, so that an idle app does nothing. */
  function plan(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void beat(), BEAT_MS);
    timer.unref();
  }

  return {
    ...createStaleAnswers({ values, now, monotonic, own }),
    begin(id, body) {
      const owed = owedTo(body);
      if (!owed) return undefined;
      const key = `${own}${id}`;
      const isWritten = Promise.withResolvers<void>();
      // What wasn't dropped has the beat planned; put off by each that comes, it would never be dropped where all are quick.
      if (open.size + undropped.size === 0) plan();
      const one: Open = { owed: { ...owed, askedAt: now() }, isSaid: false };
      let isTaken = false;
      let isOver = false;
      open.set(key, one);
      return {
        key,
        take() {
          if (isOver) return undefined;
          isTaken = true;
          return toValue(one.owed);
        },
        written: isWritten.resolve,
        end() {
          isOver = true;
          open.delete(key);
          if (!isTaken) {
            if (one.isSaid) noteEnded(key);
            return;
          }
          // A write that the request no longer waited for may come later than its end.
          const ending = isWritten.promise.then(() => {
            unwritten.delete(ending);
            noteEnded(key);
          });
          unwritten.add(ending);
        },
      };
    },
    async settled() {
      await Promise.all(unwritten);
      dropAgain();
      await drops.settled();
      clearTimeout(timer);
    },
  };
}
