import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LearnedBursts } from '../../../src/followstats/learned-bursts.ts';
import { createBudgets } from '../../../src/lookup/budget/budgets.ts';
import { createMemoryPermitSource } from '../../../src/lookup/budget/leased-budget.ts';
import type { RateBudget } from '../../../src/lookup/budget/rate-budget.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const COMMAND = 'follow_get_info';
const now = () => Date.now();

/** Makes so many calls at once, each answered in 30 ms, and says how many left at once. */
async function makeBurst(budget: RateBudget, calls: number): Promise<number> {
  const startedAt = now();
  let atOnce = 0;
  for (let n = 0; n < calls; n += 1) {
    void budget.acquire({ urgency: 'normal' }).then((permit) => {
      if (now() === startedAt) atOnce += 1;
      setTimeout(() => permit.release('taken'), 30);
    });
  }
  await vi.advanceTimersByTimeAsync(3000);
  return atOnce;
}

/** What is kept, in memory; `writes` are all of them. */
function createKept(kept: Record<string, number> = {}) {
  const writes: [command: string, calls: number][] = [];
  const learnedBursts: LearnedBursts = {
    read: async (command) => kept[command],
    async keep(command, calls) {
      writes.push([command, calls]);
    },
  };
  return { learnedBursts, writes };
}

test('each Chat command has one budget of its own', async () => {
  const budgets = createBudgets({ now });
  const one = budgets(COMMAND, 10);
  expect(budgets(COMMAND, 10)).toBe(one);
  const other = budgets('follow_get', 10);
  expect([await makeBurst(one, 10), await makeBurst(other, 10)]).toEqual([10, 10]);
});

test('permits are leased by the command’s name', async () => {
  const leased: string[] = [];
  const budgets = createBudgets({
    now,
    leasePermits(command, callsPerSecond) {
      leased.push(command);
      return createMemoryPermitSource(callsPerSecond, now);
    },
  });
  expect(await makeBurst(budgets(COMMAND, 100), 5)).toBe(1);
  expect(leased).toEqual([COMMAND]);
});

test('at first 50 calls leave at once, and as many as were kept after a restart', async () => {
  expect(await makeBurst(createBudgets({ now })(COMMAND, 200), 150)).toBe(50);
  const { learnedBursts } = createKept({ [COMMAND]: 120, follow_get: 7 });
  const budgets = createBudgets({ now, learnedBursts });
  const [one, other] = [budgets(COMMAND, 200), budgets('follow_get', 200)];
  await vi.advanceTimersByTimeAsync(0);
  expect([await makeBurst(one, 150), await makeBurst(other, 150)]).toEqual([120, 7]);
});

test('what is learned is kept, at most once in five seconds, and what does not change is not written', async () => {
  const { learnedBursts, writes } = createKept();
  const budget = createBudgets({ now, learnedBursts })(COMMAND, 200);
  await vi.advanceTimersByTimeAsync(0);
  await makeBurst(budget, 50);
  await makeBurst(budget, 100);
  expect(writes).toEqual([[COMMAND, 100]]);
  await vi.advanceTimersByTimeAsync(2000);
  for (let n = 0; n < 5; n += 1) await makeBurst(budget, 1);
  expect(writes).toEqual([
    [COMMAND, 100],
    [COMMAND, 200],
  ]);
});

test('a store that fails disturbs no call', async () => {
  const failing: LearnedBursts = {
    read: () => Promise.reject(new Error('no read')),
    keep: () => Promise.reject(new Error('no write')),
  };
  const errors: unknown[] = [];
  const budgets = createBudgets({ now, learnedBursts: failing, onLearnedBurstError: (error) => errors.push(error) });
  const budget = budgets(COMMAND, 200);
  await vi.advanceTimersByTimeAsync(0);
  expect([await makeBurst(budget, 50), await makeBurst(budget, 100)]).toEqual([50, 100]);
  expect(errors).toEqual([new Error('no read'), new Error('no write')]);
});

test('a store that never answers disturbs no call', async () => {
  const silent: LearnedBursts = { read: () => new Promise(() => {}), keep: () => new Promise(() => {}) };
  const budget = createBudgets({ now, learnedBursts: silent })(COMMAND, 200);
  expect([await makeBurst(budget, 50), await makeBurst(budget, 100)]).toEqual([50, 100]);
});
