import { AppError } from '../../errors.ts';
import type { Lookup } from '../../followstats/types.ts';
import type { Ask, AskBatch } from '../ask-batch.ts';
import type { RateBudget, Slot } from '../budget/rate-budget.ts';
import { createLateWatch } from './late-watch.ts';
import { createLatency } from './latency.ts';

interface Options {
  readonly budget: RateBudget;
  /** A call is late after so many times what 95 of 100 take, and never before `leastMs`. */
  readonly factor: number;
  readonly leastMs: number;
  /** Hedges for each call made; more would double the load on a host that is slow as a whole. */
  readonly share: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/** Hedges saved up while all is well. */
const MOST_SAVED = 10;

/** A call much slower than its peers is made once more, within the budget; the first answer wins. */
export function withHedge(next: AskBatch, { budget, factor, leastMs, share, now }: Options): AskBatch {
  const latency = createLatency();
  const late = createLateWatch(now);
  let saved = MOST_SAVED;

  function lateAfter(): number | undefined {
    const usual = latency.usual();
    return usual === undefined || saved < 1 ? undefined : Math.max(leastMs, usual * factor);
  }

  /** Leave for a repeat or a half; it may come late, when nobody waits for the answer any more. */
  async function acquireFor(ask: Ask | undefined): Promise<Slot> {
    const slot = await budget.acquire('ahead');
    if (ask?.isWanted?.() !== false) return slot;
    slot.done('unused');
    throw new AppError('out_of_time', 'nobody waited any more when the slot for a repeat came');
  }

  return async (accounts, ask) => {
    // Waiting for the slot is no slowness of the host's.
    const firstAsk = ask?.slot ? ask : { ...ask, slot: await acquireFor(ask) };
    saved = Math.min(MOST_SAVED, saved + share);
    const startedAt = now();
    const first = next(accounts, firstAsk);
    const lateMs = lateAfter();
    if (lateMs === undefined) {
      const answers = await first;
      latency.add(now() - startedAt);
      return answers;
    }

    return new Promise<readonly Lookup[]>((resolve, reject) => {
      let running = 1;
      let isAnswered = false;
      let failure: unknown;
      const isOver = late.watch(lateMs, () => {
        // Looked at again: many calls late at once must not share the last one.
        if (saved >= 1) void hedge();
      });

      function ended(error: unknown): void {
        isOver();
        failure ??= error;
        running -= 1;
        if (running === 0) reject(failure);
      }

      async function hedge(): Promise<void> {
        saved -= 1;
        const slot = await budget.acquire('ahead');
        if (isAnswered || running === 0 || ask?.isWanted?.() === false) {
          saved += 1;
          slot.done('unused');
          return;
        }
        running += 1;
        next(accounts, { ...ask, slot }).then(resolve, ended);
      }

      first.then((answers) => {
        isOver();
        isAnswered = true;
        latency.add(now() - startedAt);
        resolve(answers);
      }, ended);
    });
  };
}
