import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppError } from '../../../src/errors.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import { createAdaptiveRate } from '../../../src/lookup/budget/adaptive-rate.ts';
import { createRateBudget } from '../../../src/lookup/budget/rate-budget.ts';
import { manyAccounts } from '../../followstats/reports/sample-lookups.ts';
import { outage } from '../recorded-lookup.ts';
import { passAll } from '../virtual-time.ts';
import { type Call, createBatcherScene, distinct, truthOf } from './batcher-scene.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const POOL = manyAccounts(600);

interface Asking {
  readonly at: number;
  readonly accounts: readonly AccountId[];
  readonly caller: string;
  readonly priority: 'person' | 'digest';
  /** Gives up so long after asking, milliseconds. */
  readonly givesUpAfter: number | undefined;
}

const accounts = fc
  .tuple(fc.nat(POOL.length - 1), fc.oneof(fc.nat(25), fc.nat(300)), fc.constantFrom(1, 7))
  .map(([from, count, step]) => Array.from({ length: count }, (_, n) => (from + n * step) % POOL.length))
  .map((places) => [...new Set(places)].map((place) => POOL[place] as AccountId));

const asking = (latestAt: number): fc.Arbitrary<Asking> =>
  fc.record({
    at: fc.nat(latestAt),
    accounts,
    caller: fc.constantFrom('U1', 'U2', 'U3', 'U4'),
    priority: fc.constantFrom('person' as const, 'person' as const, 'digest' as const),
    givesUpAfter: fc.option(fc.nat(200), { nil: undefined }),
  });

const askings = (latestAt: number) => fc.array(asking(latestAt), { minLength: 1, maxLength: 25, size: 'max' });
const latencies = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(400)), { minLength: 7, maxLength: 7 });

interface Ended {
  readonly asking: Asking;
  readonly answers?: ReadonlyMap<AccountId, Lookup>;
  readonly error?: unknown;
}

function createBudget() {
  const adaptive = createAdaptiveRate({ most: 200, burst: 50 });
  return createRateBudget({ callsPerSecond: 200, adaptive, now: Date.now });
}

/** Asks everything as planned, lets all time pass, and says how each look-up ended and which calls were made. */
async function run(plan: readonly Asking[], options: Parameters<typeof createBatcherScene>[0] = {}) {
  const scene = createBatcherScene(options);
  const ended: Ended[] = [];
  async function ask(asking: Asking): Promise<void> {
    const { caller, priority, givesUpAfter } = asking;
    const deadline = new AbortController();
    if (givesUpAfter !== undefined) setTimeout(() => deadline.abort(), givesUpAfter);
    try {
      const answers = await scene.lookup(asking.accounts, { caller, priority, signal: deadline.signal });
      ended.push({ asking, answers });
    } catch (error) {
      ended.push({ asking, error });
    }
  }
  for (const one of plan) {
    if (one.at === 0) void ask(one);
    else setTimeout(() => void ask(one), one.at);
  }
  await passAll();
  expect(ended).toHaveLength(plan.length);
  return { ...scene, ended };
}

/** Nothing is left of what was asked: everything is asked anew, in the fewest calls, and answered. */
async function expectNothingLeft({ lookup, calls }: Pick<Awaited<ReturnType<typeof run>>, 'lookup' | 'calls'>) {
  const before = calls.length;
  const again = lookup(POOL);
  await passAll();
  expect([...(await again)]).toEqual(POOL.map((account) => [account, truthOf(account)]));
  expect(calls.length - before).toBe(POOL.length / 20);
}

/** No account is in two calls at once, but for one that everybody had given up. */
function expectSingleFlight(calls: readonly Call[]): void {
  const busyUntil = new Map<AccountId, number>();
  for (const call of calls) {
    expect(new Set(call.accounts).size).toBe(call.accounts.length);
    expect(call.accounts.length).toBeLessThanOrEqual(20);
    for (const account of call.accounts) {
      expect(busyUntil.get(account) ?? 0).toBeLessThanOrEqual(call.at);
      if (!call.isGivenUp) busyUntil.set(account, call.endedAt);
    }
  }
}

test('every look-up gets exactly its accounts, once, in order, and the truth of each, whoever else gives up', async () => {
  await fc.assert(
    fc.asyncProperty(askings(300), latencies, fc.boolean(), async (plan, times, endsWhenGivenUp) => {
      const latencyMs = (call: number) => times[call % times.length] as number;
      const scene = await run(plan, { budget: createBudget(), latencyMs, endsWhenGivenUp });
      for (const { asking, answers, error } of scene.ended) {
        const mayGiveUp = asking.givesUpAfter !== undefined;
        if (error) expect(mayGiveUp && (error as AppError).failure.code).toBe('out_of_time');
        else expect([...(answers as ReadonlyMap<AccountId, Lookup>).keys()]).toEqual(asking.accounts);
        for (const [account, lookup] of answers ?? []) {
          const isLate = mayGiveUp && lookup.kind === 'failed' && lookup.failure.code === 'out_of_time';
          if (!isLate) expect(lookup).toEqual(truthOf(account));
        }
      }
      expectSingleFlight(scene.calls);
    }),
    { numRuns: 60 },
  );
});

test('what arrives at once costs the fewest calls there can be, at every concurrency', async () => {
  const atOnce = askings(0).map((plan) => plan.map((one) => ({ ...one, givesUpAfter: undefined })));
  await fc.assert(
    fc.asyncProperty(atOnce, fc.integer({ min: 1, max: 64 }), async (plan, concurrency) => {
      const { calls } = await run(plan, { concurrency });
      expect(calls).toHaveLength(Math.ceil(distinct(plan.map((one) => one.accounts)).size / 20));
    }),
    { numRuns: 60 },
  );
});

test('a call that fails fails its own accounts, for all who wait for them, and no others', async () => {
  const patient = askings(300).map((plan) => plan.map((one) => ({ ...one, givesUpAfter: undefined })));
  await fc.assert(
    fc.asyncProperty(patient, latencies, fc.array(fc.nat(30), { maxLength: 10 }), async (plan, times, failing) => {
      const errorOf = (call: number) => (failing.includes(call) ? outage('upstream_status') : undefined);
      const latencyMs = (call: number) => times[call % times.length] as number;
      const scene = await run(plan, { latencyMs, errorOf });
      const failedCalls = scene.calls.filter(({ error }) => error);
      for (const { asking, answers, error } of scene.ended) {
        const failed = (account: AccountId) => failedCalls.some(({ accounts: asked }) => asked.includes(account));
        if (error) expect(asking.accounts.every(failed)).toBe(true);
        for (const [account, lookup] of answers ?? []) {
          if (lookup.kind === 'failed' && lookup.failure.code === 'upstream_status') expect(failed(account)).toBe(true);
          else expect(lookup).toEqual(truthOf(account));
        }
      }
      expectSingleFlight(scene.calls);
    }),
    { numRuns: 40 },
  );
});

test('nothing is left over after any arrivals, deadlines, failures and bugs', async () => {
  const failures = fc.array(fc.constantFrom('upstream_status', 'needs_admin', 'bug', 'none', 'none'), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(askings(300), latencies, failures, fc.boolean(), async (plan, times, kinds, endsWhenGivenUp) => {
      const errorOf = (call: number) => {
        const kind = kinds[call] ?? 'none';
        if (kind === 'bug') return new TypeError('a bug');
        return kind === 'none' ? undefined : outage(kind as 'needs_admin');
      };
      const latencyMs = (call: number) => times[call % times.length] as number;
      const scene = await run(plan, { budget: createBudget(), latencyMs, errorOf, endsWhenGivenUp });
      // The troubled calls that were not needed must not befall what comes now.
      kinds.length = 0;
      await expectNothingLeft(scene);
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 40 },
  );
});
