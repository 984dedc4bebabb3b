import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pass, passAll } from '../virtual-time.ts';
import { createBudgetScene, mostInAnySecond, type Plan, refusedByBucket } from './budget-scene.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const latencies = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 20, max: 40 }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 500, max: 3000 }) },
);
const outcomes = fc.oneof(
  { weight: 12, arbitrary: fc.constant('taken' as const) },
  { weight: 1, arbitrary: fc.constantFrom('rejected' as const, 'unknown' as const, 'unused' as const) },
);

/** Bursts of calls, some far apart and some on top of each other; repeats and hedges are `urgent`. */
const plans: fc.Arbitrary<readonly Plan[]> = fc
  .array(
    fc.record({
      wantedAt: fc.nat(4000),
      calls: fc.array(
        fc.record({
          urgency: fc.constantFrom('urgent' as const, 'normal' as const, 'normal' as const, 'normal' as const),
          latencyMs: latencies,
          outcome: outcomes,
          callsWaiting: fc.constantFrom(1, 25, 500),
        }),
        { maxLength: 150, size: 'max' },
      ),
    }),
    { maxLength: 10, size: 'max' },
  )
  .map((bursts) => bursts.flatMap(({ wantedAt, calls }) => calls.map((call) => ({ ...call, wantedAt }))));

const budgets = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 30, max: 200 }));

test('whatever comes, no second holds more than the budget wherever Chat counts, and everything is granted', async () => {
  await fc.assert(
    fc.asyncProperty(plans, budgets, async (wanted, callsPerSecond) => {
      const { granted, plan } = createBudgetScene({ callsPerSecond });
      plan(wanted);
      await passAll();
      expect(granted).toHaveLength(wanted.length);
      expect(mostInAnySecond(granted)).toBeLessThanOrEqual(callsPerSecond);
      // Beyond the burst they leave evenly: a bucket of the largest burst's size never runs dry.
      expect(refusedByBucket(granted, callsPerSecond, callsPerSecond)).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('no normal call goes before an urgent one, and within each kind the first to ask goes first', async () => {
  await fc.assert(
    fc.asyncProperty(plans, budgets, async (wanted, callsPerSecond) => {
      const { granted, plan } = createBudgetScene({ callsPerSecond });
      plan(wanted);
      await passAll();
      for (const kind of ['urgent', 'normal'] as const) {
        const order = granted.filter(({ urgency }) => urgency === kind).map(({ wantedAt }) => wantedAt);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }
      let lastNormalAt = 0;
      for (const { urgency, wantedAt, grantedAt } of granted) {
        if (urgency === 'normal') lastNormalAt = grantedAt;
        else expect(wantedAt).toBeGreaterThanOrEqual(lastNormalAt);
      }
    }),
    { numRuns: 40 },
  );
});

test('after any rejections, a calm minute gives back the whole budget', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (wanted) => {
      const { granted, plan } = createBudgetScene();
      plan(wanted);
      await passAll();
      await pass(60_000);
      const before = granted.length;
      plan(Array.from({ length: 400 }, () => ({ wantedAt: 0, urgency: 'normal', latencyMs: 30, outcome: 'taken' })));
      await passAll();
      const times = granted.slice(before).map(({ grantedAt }) => grantedAt);
      const start = times[0] as number;
      expect((times[399] as number) - start).toBeLessThan(2100);
    }),
    { numRuns: 20 },
  );
});
