import type { AccountId, Lookup } from '../followstats/types.ts';
import type { AskBatch } from './ask-batch.ts';
import { createLatency } from './latency.ts';
import type { RateBudget } from './rate-budget.ts';

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

type Answers = ReadonlyMap<AccountId, Lookup>;

/** Hedges saved up while all is well. */
const MOST_SAVED = 10;

/** A call much slower than its peers is made once more, within the budget; the first answer wins. */
export function withHedge(next: AskBatch, { budget, factor, leastMs, share, now }: Options): AskBatch {
  const latency = createLatency();
  let saved = MOST_SAVED;

  function lateAfter(): number | undefined {
    const usual = latency.usual();
    return usual === undefined || saved < 1 ? undefined : Math.max(leastMs, usual * factor);
  }

  return async (accounts, ask) => {
    // Waiting for the slot is no slowness of the host's.
    const firstSlot = ask?.slot ?? (await budget.acquire('ahead'));
    saved = Math.min(MOST_SAVED, saved + share);
    const startedAt = now();
    let isAnswered = false;
    const first = next(accounts, { ...ask, slot: firstSlot }).finally(() => {
      isAnswered = true;
    });
    const lateMs = lateAfter();
    if (lateMs === undefined) {
      const answers = await first;
      latency.add(now() - startedAt);
      return answers;
    }

    return new Promise<Answers>((resolve, reject) => {
      let running = 1;
      let failure: unknown;
      const timer = setTimeout(() => {
        // Looked at again: many calls late at once must not share the last one.
        if (saved >= 1) void hedge();
      }, lateMs);

      function ended(error?: unknown): void {
        clearTimeout(timer);
        failure ??= error;
        running -= 1;
        if (running === 0) reject(failure);
      }

      async function hedge(): Promise<void> {
        saved -= 1;
        const slot = await budget.acquire('ahead');
        if (isAnswered || ask?.signal?.aborted) {
          saved += 1;
          slot.done('unused');
          return;
        }
        running += 1;
        next(accounts, { ...ask, slot }).then(resolve, ended);
      }

      first.then((answers) => {
        clearTimeout(timer);
        latency.add(now() - startedAt);
        resolve(answers);
      }, ended);
    });
  };
}
