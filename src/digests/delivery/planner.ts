import type { Timers } from '../../timers.ts';
import type { Digests, DigestWake } from '../ports.ts';
import type { RunWork } from '../run-ports.ts';
import type { Run } from '../runs.ts';
import { keepLease, LEASE_MS } from './keep-lease.ts';

/** Works on what comes due, as every digest's slots, beside whatever other replicas do of it. */
export interface Planner {
  /** Safe to call twice, and without effect after `stop`. */
  start(): void;
  /**
   * Begins nothing more; resolves when what runs has ended: a run that is being posted is finished, others are put back.
   * Safe to call twice.
   */
  stop(): Promise<void>;
  /**
   * Resolves once all that was due at the call has been worked on, and owners have been notified of what failed; a run that was
   * put off is due when its wait is over. At once when it doesn't run. Never rejects, and resolves at the latest with `stop`.
   */
  settled(): Promise<void>;
}

/** `Held`: what a replica has a lease of while it works on it. `End`: what came of that. */
interface Options<Held, End> {
  readonly digests: Pick<Digests, 'plan' | 'nextPlan'>;
  readonly runs: Pick<RunWork, 'abandon' | 'nextClaim'> & {
    claim(limit: number, leaseMs: number): Promise<readonly Held[]>;
    renew(claim: Held, leaseMs: number): Promise<boolean>;
  };
  readonly runSlot: (claim: Held, halt: AbortSignal) => Promise<End>;
  readonly notifyOwners: (signal: AbortSignal) => Promise<void>;
  /** Each calls its listener when there may be something to do now. */
  readonly wakes: readonly DigestWake[];
  /** Called for every run that its holder is done with. `ms`: how long it took. */
  readonly onRun: (claim: Held, end: End, ms: number) => void;
  /** Called for runs whose holder died while it posted. */
  readonly onAbandoned: (runs: readonly Run[]) => void;
  /** Called each time that the store fails, or a bug shows. */
  readonly onError: (error: unknown, claim?: Held) => void;
  /** Milliseconds of a clock that nothing sets back. */
  readonly now: () => number;
  readonly timers: Pick<Timers, 'sleep'>;
  /**
   * The longest sleep, milliseconds; a minute by default. What gives no signal, like the lease of a process that died, is seen
   * after this at the latest.
   */
  readonly idleWaitMs?: number | undefined;
}

/** Runs that one process works on at once: each mostly waits for Chat and for Slack. */
const CONCURRENCY = 4;
/** Digests of one plan. */
const PLAN_SIZE = 50;
const IDLE_WAIT_MS = 60_000;
/** Something is due and couldn't be claimed: another replica holds it at this moment. */
const HELD_WAIT_MS = 1000;
/** After a first failure; doubled for each one in a row, up to the longest. */
const FAILURE_WAIT_MS = { first: 1000, longest: 60_000 };

/**
 * Sleeps until the next slot is due by the store's clock, plans it, and works on what it can claim. Makes a handful of
 * queries when it wakes, and none in between.
 */
export function createPlanner<Held, End>(options: Options<Held, End>): Planner {
  const {
    digests,
    runs,
    runSlot,
    notifyOwners,
    wakes,
    onRun,
    onAbandoned,
    onError,
    now,
    timers,
    idleWaitMs = IDLE_WAIT_MS,
  } = options;
  const halt = new AbortController();
  const running = new Set<Promise<void>>();
  let looping: Promise<void> | undefined;
  let notifying: Promise<void> | undefined;
  let settling: (() => void)[] = [];
  let isWoken = false;
  let endPause = () => {};
  let unsubscribe: readonly (() => void)[] = [];

  function wake(): void {
    isWoken = true;
    endPause();
  }

  async function work(claim: Held): Promise<void> {
    const startedAt = now();
    const lease = keepLease(claim, runs);
    try {
      const end = await runSlot(claim, AbortSignal.any([halt.signal, lease.signal]));
      onRun(claim, end, Math.round(now() - startedAt));
    } catch (error) {
      onError(error, claim);
    } finally {
      lease.release();
    }
  }

  function begin(claim: Held): void {
    const done = work(claim).then(() => {
      running.delete(done);
      wake();
    });
    running.add(done);
  }

  /** Beside the runs, so that an owner who can't be reached holds up no digest. */
  function notify(): void {
    notifying ??= notifyOwners(halt.signal)
      .catch((error: unknown) => onError(error))
      .then(() => {
        notifying = undefined;
      });
  }

  /** @returns how long there will be nothing to do, milliseconds, and whether all that was due has been worked on */
  async function round(): Promise<{ readonly waitMs: number; readonly isSettled: boolean }> {
    while ((await digests.plan(PLAN_SIZE)) > 0);
    const abandoned = await runs.abandon();
    if (abandoned.length > 0) onAbandoned(abandoned);
    // A stop puts runs back, for other processes.
    const free = halt.signal.aborted ? 0 : CONCURRENCY - running.size;
    const claims = free > 0 ? await runs.claim(free, LEASE_MS) : [];
    for (const claim of claims) begin(claim);
    notify();
    const next = [await digests.nextPlan()];
    // When it works on as many as it can, the first run that ends wakes it.
    if (running.size < CONCURRENCY) next.push(await runs.nextClaim());
    return {
      waitMs: Math.min(...next.map(waitUntil), idleWaitMs),
      isSettled: running.size === 0 && !next.some(isDue),
    };
  }

  async function pause(ms: number): Promise<void> {
    if (isWoken || halt.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function loop(): Promise<void> {
    let failures = 0;
    while (!halt.signal.aborted) {
      isWoken = false;
      // What is asked for during a round may be about something that came due after its look.
      const waiting = settling;
      settling = [];
      try {
        const { waitMs, isSettled } = await round();
        if (isSettled) void Promise.resolve(notifying).then(() => resolveAll(waiting));
        else settling.push(...waiting);
        await pause(waitMs);
        failures = 0;
      } catch (error) {
        settling.push(...waiting);
        onError(error);
        const waitMs = Math.min(FAILURE_WAIT_MS.first * 2 ** failures, FAILURE_WAIT_MS.longest);
        failures += 1;
        await timers.sleep(waitMs, halt.signal).catch(() => undefined);
      }
    }
  }

  return {
    start() {
      if (looping || halt.signal.aborted) return;
      unsubscribe = wakes.map((onWake) => onWake(wake));
      looping = loop();
    },
    async stop() {
      halt.abort();
      for (const end of unsubscribe) end();
      endPause();
      await looping;
      await Promise.all([...running, notifying]);
      resolveAll(settling);
    },
    async settled() {
      if (!looping || halt.signal.aborted) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      settling.push(resolve);
      wake();
      await promise;
    },
  };
}

/** When there is something to do next, and the clock that it is measured by. */
interface Next {
  readonly at: number | undefined;
  readonly now: number;
}

function waitUntil(next: Next): number {
  if (next.at === undefined) return Number.POSITIVE_INFINITY;
  return isDue(next) ? HELD_WAIT_MS : next.at - next.now;
}

function isDue({ at, now }: Next): boolean {
  return at !== undefined && at <= now;
}

function resolveAll(waiting: readonly (() => void)[]): void {
  for (const resolve of waiting) resolve();
}
