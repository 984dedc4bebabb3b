import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Lookup } from '../../../src/followstats/types.ts';
import { type CallContext, withBudget } from '../../../src/lookup/call.ts';
import { withHedge } from '../../../src/lookup/resilience/with-hedge.ts';
import { accountsOf, found } from '../../followstats/reports/sample-lookups.ts';
import { outage, recordBudget } from '../recorded-lookup.ts';
import { pass, passAll, stateOf } from '../virtual-time.ts';

const USUAL_MS = 30;
const LATE_MS = 60;
const alice = accountsOf('alice');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** How one call will go: its time in milliseconds, and how it fails, if it does. */
interface Course {
  readonly ms: number;
  readonly error?: Error;
}

/** A host that is known to answer in 30 ms, and then follows the script; its answers tell which call they came from. */
async function createScene({ script = [] as readonly Course[], share = 0.05, permitAfterMs = 0 } = {}) {
  const courses: Course[] = [];
  let calls = 0;
  let isReady = false;
  const budget = recordBudget(() => (isReady && permitAfterMs > 0 ? pauseFor(permitAfterMs) : undefined));
  async function call(): Promise<readonly Lookup[]> {
    const place = calls;
    calls += 1;
    const { ms, error } = courses[place] ?? { ms: USUAL_MS };
    await pauseFor(ms);
    if (error) throw error;
    return [found(place)];
  }
  const hedged = withHedge(withBudget(call, budget), { factor: 2, leastMs: 50, share, now: Date.now });
  for (let n = 0; n < 16; n += 1) void hedged(alice);
  await passAll();
  calls = 0;
  courses.push(...script);
  isReady = true;
  const { outcomes } = budget;
  const given = outcomes.length;
  return {
    /** Calls made since the scene began. */
    calls: () => calls,
    /** How each permit of the scene was released. */
    permits: () => outcomes.slice(given),
    hedged,
    ask: async (context?: CallContext) => {
      const answers = await hedged(alice, context);
      expect(answers).toHaveLength(1);
      return answers[0];
    },
  };
}

const pauseFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test('a call as fast as its peers is made once', async () => {
  const { ask, calls } = await createScene();
  const asked = ask();
  await passAll();
  expect(await asked).toEqual(found(0));
  expect(calls()).toBe(1);
});

test('a call twice as slow as its peers is made once more, and the first answer wins', async () => {
  const { ask, calls } = await createScene({ script: [{ ms: 2000 }] });
  const asked = ask();
  await pass(LATE_MS - 1);
  expect(calls()).toBe(1);
  // The fake clock runs immediates a millisecond later.
  await pass(2);
  expect(calls()).toBe(2);
  await pass(USUAL_MS);
  expect(await stateOf(asked)).toBe('resolved');
  expect(await asked).toEqual(found(1));
  await passAll();
  expect(calls()).toBe(2);
});

test('a call whose answer has arrived when its timer comes is not hedged, though the timer comes first', async () => {
  // As after a stall of the event loop: the timer was set before the answer's, and both are due in the same turn.
  const { ask, calls, permits } = await createScene({ script: [{ ms: LATE_MS }] });
  const asked = ask();
  await passAll();
  expect(await asked).toEqual(found(0));
  expect(calls()).toBe(1);
  expect(permits()).toEqual(['taken']);
});

test('a late call that answers before its hedge wins, too', async () => {
  const { ask } = await createScene({ script: [{ ms: LATE_MS + 10 }] });
  const asked = ask();
  await pass(LATE_MS + 10);
  expect(await stateOf(asked)).toBe('resolved');
  expect(await asked).toEqual(found(0));
  await passAll();
});

test('before enough is known of the host nothing is late', async () => {
  let calls = 0;
  const slow = async () => {
    calls += 1;
    await pauseFor(5000);
    return [];
  };
  const hedged = withHedge(slow, { factor: 2, leastMs: 50, share: 1, now: Date.now });
  for (let n = 0; n < 15; n += 1) void hedged(alice);
  await passAll();
  expect(calls).toBe(15);
});

test('when the late call fails and its hedge succeeds, no caller sees the failure', async () => {
  const { ask } = await createScene({ script: [{ ms: LATE_MS + 5, error: outage('upstream_status') }] });
  const asked = ask();
  await passAll();
  expect(await asked).toEqual(found(1));
});

test.each([
  ['fails', { ms: 5, error: outage('upstream_status') }],
  ['is late, too', { ms: 2000 }],
])('a hedge that %s is followed by another, and not at once', async (_, second) => {
  const { ask, calls } = await createScene({ script: [{ ms: 2000 }, second] });
  const asked = ask();
  await pass(LATE_MS + 10);
  expect(calls()).toBe(2);
  await pass(LATE_MS);
  expect(calls()).toBe(3);
  await pass(USUAL_MS);
  expect(await asked).toEqual(found(2));
});

test('while every hedge fails, the late call is still waited for', async () => {
  const failed = { ms: 5, error: outage('upstream_status') };
  const { ask, calls } = await createScene({ script: [{ ms: 2000 }, ...Array(20).fill(failed)] });
  const asked = ask();
  await passAll();
  expect(await asked).toEqual(found(0));
  expect(calls()).toBeLessThanOrEqual(12);
});

test('when all of them fail, the first failure is thrown', async () => {
  const script = [
    { ms: 2000, error: outage('upstream_timeout') },
    ...Array(20).fill({ ms: 5, error: outage('upstream_status') }),
  ];
  const { ask } = await createScene({ script });
  const asked = expect(ask()).rejects.toMatchObject({ failure: { code: 'upstream_status' } });
  await passAll();
  await asked;
});

test('a call that fails before it is late is not hedged', async () => {
  const { ask, calls } = await createScene({ script: [{ ms: 10, error: outage('upstream_status') }] });
  const asked = expect(ask()).rejects.toMatchObject({ failure: { code: 'upstream_status' } });
  await passAll();
  await asked;
  expect(calls()).toBe(1);
});

test('nothing is asked again for what no look-up waits for any more', async () => {
  let hasWaiters = true;
  const { ask, calls, permits } = await createScene({ script: [{ ms: 500 }] });
  const asked = ask({ hasWaiters: () => hasWaiters });
  await pass(LATE_MS - 1);
  hasWaiters = false;
  await passAll();
  expect(calls()).toBe(1);
  expect(await asked).toEqual(found(0));
  expect(permits()).toEqual(['taken']);
});

test('what no look-up waits for any more when its permit comes is not asked, and the permit is returned', async () => {
  let hasWaiters = true;
  const { ask, calls, permits } = await createScene({ permitAfterMs: 300 });
  const asked = expect(ask({ hasWaiters: () => hasWaiters })).rejects.toMatchObject({
    failure: { code: 'out_of_time' },
  });
  await pass(299);
  hasWaiters = false;
  await passAll();
  await asked;
  expect(calls()).toBe(0);
  expect(permits()).toEqual(['unused']);
});

test('many late at once are each made once more, and no timer is left', async () => {
  const script = Array.from({ length: 5 }, () => ({ ms: 2000 }));
  const { hedged, calls } = await createScene({ script });
  const asked = Array.from({ length: 5 }, () => hedged(alice));
  await pass(LATE_MS + USUAL_MS + 1);
  expect(calls()).toBe(10);
  expect(await Promise.all(asked)).toEqual([5, 6, 7, 8, 9].map((call) => [found(call)]));
  await passAll();
  expect(vi.getTimerCount()).toBe(0);
});

test.each<[string, Course]>([
  ['answer', { ms: LATE_MS + 20 }],
  ['failure', { ms: LATE_MS + 20, error: outage('upstream_status') }],
])(
  'an %s that comes while the hedge waits for its permit ends it at once; the permit is returned',
  async (_, course) => {
    const { ask, calls, permits } = await createScene({ script: [course], permitAfterMs: 300 });
    const permit = await recordBudget().acquire({ urgency: 'normal' });
    const asked = ask({ permit });
    await pass(course.ms);
    expect(await stateOf(asked)).toBe(course.error ? 'rejected' : 'resolved');
    await passAll();
    expect(calls()).toBe(1);
    expect(permits()).toEqual(['unused']);
  },
);

test('waiting for a permit is no slowness: only the call itself is timed', async () => {
  const { ask, calls } = await createScene({ permitAfterMs: 5000 });
  const asked = ask();
  await passAll();
  await asked;
  expect(calls()).toBe(1);
});

test('the hedge has a permit of its own, and every permit learns how its call ended', async () => {
  const { ask, permits } = await createScene({ script: [{ ms: 2000 }] });
  const asked = ask();
  await passAll();
  await asked;
  expect(permits()).toEqual(['taken', 'taken']);
});

test('a host that becomes slow as a whole is asked no more than its share again, even by many at once', async () => {
  const script = Array.from({ length: 500 }, () => ({ ms: 2000 }));
  const { hedged, calls } = await createScene({ script, share: 0.05 });
  for (let n = 0; n < 100; n += 1) void hedged(alice);
  await passAll();
  expect(calls() - 100).toBeGreaterThan(0);
  expect(calls() - 100).toBeLessThanOrEqual(10 + 100 * 0.05);
});

test('hedges not used are saved up only so far', async () => {
  const { hedged, calls } = await createScene({
    script: Array.from({ length: 100 }, () => ({ ms: USUAL_MS })),
    share: 1,
  });
  for (let n = 0; n < 100; n += 1) void hedged(alice);
  await passAll();
  expect(calls()).toBe(100);
});
