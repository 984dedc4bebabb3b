import type { PersonId } from '../../followstats/ids.ts';
import type { Timers } from '../../timers.ts';
import type { HomePace } from './home-pace.ts';

/** What comes after a person's Home was looked at. */
export interface Served {
  /** After how long it is to be looked at again, milliseconds; `undefined`: not by itself. */
  readonly againMs?: number | undefined;
  /** For how long Slack takes no Home at all, milliseconds. */
  readonly pauseMs?: number | undefined;
  /** Whether it was sent to Slack. */
  readonly isSent?: boolean;
}

/** The people whose Homes are to be looked at. */
export interface HomeQueue {
  /** Those who have just done something in their Home go before the others, who take turns. */
  ask(personId: PersonId, options?: { readonly isUrgent?: boolean }): void;
  /** Asks for many; those who come first here go before all who wait for their turns. */
  askAll(personIds: readonly PersonId[]): void;
  /** Serves those who have just done something, as far as Slack takes it at once, and then no one. */
  stop(): Promise<void>;
}

interface Options {
  /** Looks at one person's Home; called for a person only when no earlier call for them is under way. */
  readonly serve: (personId: PersonId) => Promise<Served>;
  /** Takes what `serve` rejected with. */
  readonly onError: (error: unknown) => void;
  /** Holds back those who have done nothing just now. */
  readonly pace: HomePace;
  readonly timers: Pick<Timers, 'sleep'>;
  readonly atOnce?: number;
}

const AT_ONCE = 4;

/** Makes an empty queue. A person who is asked for several times is served once, by the newest state. */
export function createHomeQueue({ serve, onError, pace, timers, atOnce = AT_ONCE }: Options): HomeQueue {
  const urgent = new Set<PersonId>();
  const others = new Set<PersonId>();
  const running = new Map<PersonId, Promise<void>>();
  const sleeping = new Map<PersonId, AbortController>();
  const halt = new AbortController();
  let isPaused = false;
  let isHeldBack = false;

  function take(from: Set<PersonId>): PersonId | undefined {
    for (const personId of from) {
      if (running.has(personId)) continue;
      urgent.delete(personId);
      others.delete(personId);
      return personId;
    }
    return undefined;
  }

  function fill(): void {
    while (!isPaused && running.size < atOnce) {
      const first = take(urgent);
      const personId = first ?? takeOther();
      if (personId === undefined) return;
      running.set(personId, serveOne(personId, first !== undefined));
    }
  }

  function takeOther(): PersonId | undefined {
    if (isHeldBack || others.size === 0) return undefined;
    const waitMs = pace.waitMs();
    if (waitMs === 0) return take(others);
    void holdBack(waitMs);
    return undefined;
  }

  async function holdBack(ms: number): Promise<void> {
    isHeldBack = true;
    await timers.sleep(ms, halt.signal).catch(() => {});
    isHeldBack = false;
    fill();
  }

  async function serveOne(personId: PersonId, isUrgent: boolean): Promise<void> {
    let served: Served = {};
    try {
      served = await serve(personId);
    } catch (error) {
      onError(error);
    }
    running.delete(personId);
    if (served.isSent) pace.spend(isUrgent);
    if (served.againMs !== undefined) askLater(personId, served.againMs);
    if (served.pauseMs !== undefined) void pause(served.pauseMs);
    fill();
  }

  function askLater(personId: PersonId, ms: number): void {
    sleeping.get(personId)?.abort();
    if (halt.signal.aborted) return;
    const own = new AbortController();
    sleeping.set(personId, own);
    timers.sleep(ms, own.signal).then(
      () => {
        sleeping.delete(personId);
        ask(personId);
      },
      () => {},
    );
  }

  async function pause(ms: number): Promise<void> {
    if (isPaused) return;
    isPaused = true;
    await timers.sleep(ms, halt.signal).catch(() => {});
    isPaused = halt.signal.aborted;
    fill();
  }

  function ask(personId: PersonId, { isUrgent = false } = {}): void {
    if (halt.signal.aborted) return;
    (isUrgent ? urgent : others).add(personId);
    fill();
  }

  return {
    ask,
    askAll(personIds) {
      if (halt.signal.aborted) return;
      const waiting = [...others];
      others.clear();
      for (const personId of [...personIds, ...waiting]) others.add(personId);
      fill();
    },
    async stop() {
      halt.abort();
      others.clear();
      for (const own of sleeping.values()) own.abort();
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
