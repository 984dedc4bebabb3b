import { nextTick } from 'node:process';
import { nextTurn, systemTimers } from '../timers.ts';

interface Options {
  /** How long work goes on before what has arrived meanwhile is read, milliseconds. */
  readonly budgetMs?: number;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

/** Lets work begin, or go on, by turns: all requests that have arrived are read and acknowledged before each turn. */
export interface WorkTurns {
  /** Notes that a request has arrived. Of many that come close together all are acknowledged before work goes on. */
  arrived(): void;
  /**
   * Resolves when it is its caller's turn; at once after the present input and output where nothing else waits, and no requests come
   * close together. Never rejects.
   */
  take(): Promise<void>;
  /** How long the one whose turn came last had waited for it, milliseconds; 0 while none waits. */
  delayMs(): number;
}

/** Of Slack's 3 s nearly nothing, and many times what a turn of the event loop costs. */
const BUDGET_MS = 5;
/** So many requests in so many milliseconds are a crowd, and more may be on their way: 1,000 a second. */
const CROWD = { requests: 20, withinMs: 20 };
const CROWD_PAUSE_MS = 10;
/** However long requests keep coming, work goes on after so long. */
const LONGEST_PAUSE_MS = 300;
/** What has waited so long has a quarter of the time, even if requests keep coming: people read something within 3 s. */
const OVERDUE = { afterMs: 1000, pauseMs: 15 };

/** Makes the turns of one process, first come, first served. */
export function createWorkTurns({ budgetMs = BUDGET_MS, now = () => performance.now() }: Options = {}): WorkTurns {
  const waiting: { readonly since: number; readonly resolve: () => void }[] = [];
  let delayMs = 0;
  let isOpen = false;
  /** The last ones of a crowd's number, in turn. */
  const arrivals = new Array<number>(CROWD.requests).fill(Number.NEGATIVE_INFINITY);
  let arrived = 0;
  let crowdedUntil = Number.NEGATIVE_INFINITY;

  async function letAllArrive(): Promise<void> {
    const waitedMs = now() - (waiting[0]?.since ?? now());
    const pausedUntil = now() + (waitedMs > OVERDUE.afterMs ? OVERDUE.pauseMs : LONGEST_PAUSE_MS);
    let seen: number;
    do {
      seen = arrived;
      await nextTurn();
    } while (arrived !== seen && now() < pausedUntil);
    while (now() < Math.min(crowdedUntil, pausedUntil)) await systemTimers.sleep(1);
  }

  async function open(): Promise<void> {
    isOpen = true;
    while (waiting.length > 0) {
      await letAllArrive();
      const closesAt = now() + budgetMs;
      do {
        const next = waiting.shift();
        delayMs = now() - (next?.since ?? now());
        next?.resolve();
        await nothingToDo();
      } while (waiting.length > 0 && now() < closesAt);
    }
    isOpen = false;
    delayMs = 0;
  }

  return {
    arrived() {
      const at = now();
      const place = arrived % CROWD.requests;
      if (at - (arrivals[place] ?? at) < CROWD.withinMs) crowdedUntil = at + CROWD_PAUSE_MS;
      arrivals[place] = at;
      arrived += 1;
    },
    take: () =>
      new Promise((resolve) => {
        waiting.push({ since: now(), resolve });
        if (!isOpen) void open();
      }),
    delayMs: () => delayMs,
  };
}

/** Resolves once all is done that needs no input, output or timer. */
function nothingToDo(): Promise<void> {
  return new Promise((resolve) => nextTick(resolve));
}
