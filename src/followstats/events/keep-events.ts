import { withDeadline } from '../../deadline.ts';
import { nextTurn, type Timers } from '../../timers.ts';
import type { Events, FollowEvent, HearingSpan } from './ports.ts';

/** What became of events that were handed in. */
export type Kept =
  /** They are in the store. */
  | 'kept'
  /** They wait for the store, which takes its time. */
  | 'waiting'
  /** There is no more room for what waits; the loss is kept instead. */
  | 'lost';

/** Takes events into the store, those of many webhooks in one transaction. */
export interface EventKeeper {
  /** Resolves once they are kept, and at the latest after `ANSWER_MS`. Never rejects. */
  take(events: readonly FollowEvent[]): Promise<Kept>;
  /** When the oldest event arrived that isn't in the store yet, Unix milliseconds; `undefined` when all are. */
  waitingSince(): number | undefined;
  /** Takes no more and tries once more to keep what waits; what can't be kept is reported as lost. Never rejects. */
  stop(): Promise<void>;
}

interface Options {
  readonly events: Pick<Events, 'record'>;
  /** Takes what was lost, in one span for all that was lost at once. */
  readonly onLost: (span: HearingSpan) => void;
  /** Called for each time that the store failed. */
  readonly onError: (error: unknown, waiting: number) => void;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly timers: Timers;
}

/** Chat gives an answer 2 s; with a quarter of that the way there and back has the rest. */
const ANSWER_MS = 500;
/** Events that wait while the store is away: some 10 MB. At 500 a second that is more than three minutes. */
const MOST_WAITING = 100_000;
/** Events of one transaction: more would keep others waiting for a store that works on the app's own thread. */
const BATCH = 1000;
/** The embedded store works on the app's own thread: as long as a write took, others have it after that, and more gathers. */
const LONGEST_LINGER_MS = 50;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

interface Waiting {
  readonly events: readonly FollowEvent[];
  readonly arrivedAt: number;
  readonly kept: () => void;
}

/** Makes an `EventKeeper`: one transaction at a time, and what comes meanwhile shares the next. */
export function createEventKeeper({ events, onLost, onError, now, timers }: Options): EventKeeper {
  let waiting: Waiting[] = [];
  let count = 0;
  let writing: Promise<void> | undefined;
  const stopping = new AbortController();

  /** As many as one transaction takes, at least one webhook's. */
  function nextBatch(): readonly Waiting[] {
    let size = 0;
    const end = waiting.findIndex((one) => {
      size += one.events.length;
      return size > BATCH;
    });
    return waiting.slice(0, end === -1 ? waiting.length : Math.max(1, end));
  }

  async function write(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    // Those that arrive in the same burst share the first transaction.
    await nextTurn();
    while (waiting.length > 0) {
      const batch = nextBatch();
      const startedAt = now();
      try {
        await events.record(batch.flatMap((one) => one.events));
        waiting = waiting.slice(batch.length);
        for (const one of batch) {
          count -= one.events.length;
          one.kept();
        }
        pauseMs = FIRST_PAUSE_MS;
        const lingerMs = Math.min(now() - startedAt, LONGEST_LINGER_MS);
        if (lingerMs > 0) await timers.sleep(lingerMs, stopping.signal).catch(() => undefined); // stopped: keeps what waits at once
      } catch (error) {
        onError(error, count);
        if (stopping.signal.aborted) break;
        await timers.sleep(pauseMs, stopping.signal).catch(() => undefined); // stopped: tries once more
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      }
    }
    writing = undefined;
  }

  return {
    async take(taken) {
      if (stopping.signal.aborted || count + taken.length > MOST_WAITING) {
        onLost(spanOf(taken));
        return 'lost';
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ events: taken, arrivedAt: now(), kept: resolve });
      count += taken.length;
      writing ??= write();
      return withDeadline<Kept, Kept>(
        promise.then(() => 'kept'),
        { ms: ANSWER_MS },
        () => 'waiting',
      );
    },
    waitingSince: () => waiting[0]?.arrivedAt,
    async stop() {
      stopping.abort();
      await writing;
      if (waiting.length > 0) onLost(spanOf(waiting.flatMap((one) => one.events)));
      waiting = [];
      count = 0;
    },
  };
}

/** From when to when what is lost happened. */
function spanOf(events: readonly FollowEvent[]): HearingSpan {
  const [since, until] = events.reduce(
    ([first, last], { at }) => [Math.min(first, at), Math.max(last, at)],
    [Number.MAX_SAFE_INTEGER, 0],
  );
  return { kind: 'lost', since, until, events: events.length };
}
