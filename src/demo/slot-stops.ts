import type { AppProcess } from './app-process.ts';
import type { DemoClock } from './clock.ts';
import type { DemoTime } from './demo-time.ts';

interface Options {
  readonly clock: DemoClock;
  readonly app: Pick<AppProcess, 'nextSlot' | 'slotsSettled'>;
  /** The longest that a stop is waited for, machine's milliseconds: Chat or Slack may hang. */
  readonly patienceMs?: number;
  /** The longest that one move makes stops; after it the clock goes the rest of the way at once. Machine's milliseconds. */
  readonly stoppingMs?: number;
}

/** Behind a slot, so that clocks that differ by some milliseconds agree that it is due; far from late. */
const JUST_AFTER_MS = 1000;
/** Behind a slot, so that its post is late for certain: the app calls it so from two minutes on. */
const LATE_MS = 5 * 60_000;
const PATIENCE_MS = 15_000;
/** A digest that comes every 15 minutes has 672 slots in a week. */
const STOPPING_MS = 60_000;

/**
 * Moves the demo's clock so that the app is there for every slot, as it would be if the time passed by itself. Moves made at once
 * come one after the other. Each waits first for what is under way, since a run whose holder sleeps through its lease is lost.
 */
export function createDemoTime(options: Options): DemoTime {
  const { clock, app, patienceMs = PATIENCE_MS, stoppingMs = STOPPING_MS } = options;
  let moving: Promise<unknown> = Promise.resolve();

  function oneByOne<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = moving.then(settle).then(work);
    moving = done.catch(() => {});
    return done;
  }

  /** Resolves once nothing is due that isn't done, or the patience has run out. */
  async function settle(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, patienceMs);
    await Promise.race([app.slotsSettled(), promise]).finally(() => clearTimeout(timer));
  }

  async function go(byMs: number): Promise<void> {
    await clock.move(byMs);
    await settle();
  }

  return {
    clock,
    nextSlotAt: () => app.nextSlot(),
    moveToNextSlot: () =>
      oneByOne(async () => {
        const slot = await app.nextSlot();
        if (slot !== undefined) await go(Math.max(0, slot + JUST_AFTER_MS - clock.now()));
      }),
    move: (byMs) =>
      oneByOne(async () => {
        const goal = clock.aheadMs() + byMs;
        const left = () => goal - clock.aheadMs();
        const until = performance.now() + stoppingMs;
        while (performance.now() < until) {
          const slot = await app.nextSlot();
          const step = slot === undefined ? left() : slot + JUST_AFTER_MS - clock.now();
          // A slot that stays in the past is one that the app can't plan.
          if (step >= left() || step <= 0) break;
          await go(step);
        }
        await go(left());
      }),
    beDown: (byMs) =>
      oneByOne(async () => {
        const slot = await app.nextSlot();
        const late = slot === undefined ? 0 : slot + LATE_MS - clock.now();
        // A day after a daily post its next slot has only just come.
        await go(late <= byMs + LATE_MS ? Math.max(byMs, late) : byMs);
      }),
  };
}
