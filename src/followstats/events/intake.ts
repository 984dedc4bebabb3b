import { randomUUID } from 'node:crypto';
import type { Timers } from '../../timers.ts';
import type { AccountId } from '../types.ts';
import { createEventKeeper, type Kept } from './keep-events.ts';
import type { Events, FollowEvent, Hearing, HearingSpan } from './ports.ts';

/** Where events come into the app, and since when they can. */
export interface EventIntake {
  /**
   * Takes the events of one webhook: the counts they change are dropped at once, then they are kept. Resolves within half a second;
   * never rejects.
   */
  take(events: readonly FollowEvent[]): Promise<Kept>;
  /** From now on events can be taken, and the store is kept up to date on until when they could. */
  start(): void;
  /** Takes no more, and keeps what can be kept. Never rejects. */
  stop(): Promise<void>;
}

interface Options {
  readonly events: Pick<Events, 'record'>;
  readonly hearing: Pick<Hearing, 'keep'>;
  /** Drops what is cached of these accounts in this process; the store notifies the others. */
  readonly dropCounts: (accounts: ReadonlySet<AccountId>) => void;
  readonly onError: (error: unknown, waiting: number) => void;
  readonly onLost: (span: HearingSpan) => void;
  /** How often it is kept that events are still taken, milliseconds: an outage looks longer by as much at most. */
  readonly everyMs?: number | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly timers: Timers;
}

const EVERY_MS = 60_000;

/** Makes an `EventIntake`. */
export function createEventIntake(options: Options): EventIntake {
  const { events, hearing, dropCounts, onError, onLost, everyMs = EVERY_MS, now, timers } = options;
  const halt = new AbortController();
  const id = randomUUID();
  let since: number | undefined;
  let beating: Promise<void> | undefined;
  /** Not in the store yet. */
  let lost: HearingSpan | undefined;

  const keeper = createEventKeeper({
    ...{ events, onError, now, timers },
    onLost(span) {
      lost = lost ? join(lost, span) : span;
      onLost(span);
    },
  });

  /** What waits for the store may yet be lost with this process, so that the span ends before it. */
  async function beat(): Promise<void> {
    if (since === undefined) return;
    const until = Math.max(since, keeper.waitingSince() ?? now());
    try {
      await hearing.keep(id, { kind: 'hearing', since, until, events: 0 });
      const written = lost;
      if (written) await hearing.keep(randomUUID(), written);
      // What was lost meanwhile is written with the next, together with this: better twice than not at all.
      if (written === lost) lost = undefined;
    } catch (error) {
      onError(error, 0);
    }
  }

  async function run(): Promise<void> {
    while (!halt.signal.aborted) {
      await beat();
      await timers.sleep(everyMs, halt.signal).catch(() => undefined); // stopped
    }
  }

  return {
    take(taken) {
      dropCounts(new Set(taken.flatMap(({ follower, account }) => [follower, account])));
      return keeper.take(taken);
    },
    start() {
      since ??= now();
      beating ??= run();
    },
    async stop() {
      halt.abort();
      await beating;
      await keeper.stop();
      await beat();
    },
  };
}

function join(one: HearingSpan, other: HearingSpan): HearingSpan {
  return {
    kind: 'lost',
    since: Math.min(one.since, other.since),
    until: Math.max(one.until, other.until),
    events: one.events + other.events,
  };
}
