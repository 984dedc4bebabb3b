import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import { createBatcher } from '../../../src/lookup/batching/batcher.ts';
import { createAdaptiveRate } from '../../../src/lookup/budget/adaptive-rate.ts';
import { createRateBudget } from '../../../src/lookup/budget/rate-budget.ts';
import type { Call } from '../../../src/lookup/call.ts';
import { manyAccounts } from '../../followstats/reports/sample-lookups.ts';
import { outage, recordBudget } from '../recorded-lookup.ts';
import { pass, passAll, stateOf } from '../virtual-time.ts';
import { createBatcherScene, truthOf } from './batcher-scene.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const all = manyAccounts(20_000);
const some = (from: number, count: number) => all.slice(from, from + count);
const truth = (accounts: readonly AccountId[]) => accounts.map((account) => [account, truthOf(account)]);

test('a caller that gives up takes no other with it, and what only it wanted is not asked', async () => {
  const { lookup, calls } = createBatcherScene({ concurrency: 1 });
  const deadline = new AbortController();
  const leaving = lookup(some(0, 60), { caller: 'U1', signal: deadline.signal });
  const staying = lookup(some(10, 20), { caller: 'U2' });
  await pass(10);
  deadline.abort();
  expect(await stateOf(leaving)).toBe('rejected');
  await passAll();
  expect([...(await staying)]).toEqual(truth(some(10, 20)));
  const wanted = new Set(some(10, 20));
  for (const { accounts } of calls.filter(({ at }) => at > 10))
    for (const account of accounts) expect(wanted).toContain(account);
  expect(new Set(calls.flatMap(({ accounts }) => accounts)).size).toBeLessThan(60);
});

test('at the deadline each unanswered account says so, and the answered ones are shown', async () => {
  const { lookup } = createBatcherScene({ concurrency: 1 });
  const deadline = new AbortController();
  const asked = lookup(some(0, 60), { signal: deadline.signal });
  await pass(40);
  deadline.abort();
  const answers = await asked;
  expect([...answers].slice(0, 20)).toEqual(truth(some(0, 20)));
  for (const lookup of [...answers.values()].slice(20))
    expect(lookup).toMatchObject({ failure: { code: 'out_of_time' } });
});

test('at the deadline the look-up ends and its call runs on; its late answer harms no other', async () => {
  const { lookup, calls } = createBatcherScene({ endsWhenGivenUp: false, latencyMs: () => 500 });
  const deadline = new AbortController();
  const asked = lookup(some(0, 5), { signal: deadline.signal });
  const outOfTime = expect(asked).rejects.toMatchObject({ failure: { code: 'out_of_time' } });
  await pass(100);
  deadline.abort();
  expect(await stateOf(asked)).toBe('rejected');
  await outOfTime;
  expect(calls).toMatchObject([{ endedAt: Number.POSITIVE_INFINITY }]);
  await passAll();
  expect(calls).toMatchObject([{ endedAt: 500, isGivenUp: true }]);
  expect(vi.getTimerCount()).toBe(0);
});

test('at the deadline a look-up none of which was answered says what its call ran into, and others get their answers', async () => {
  const { failure: lastFailure } = outage('throttled');
  const { lookup } = createBatcherScene({
    latencyMs: () => 500,
    failureOf: (call) => (call === 0 ? lastFailure : undefined),
  });
  const deadline = new AbortController();
  const asked = lookup(some(0, 25), { signal: deadline.signal });
  const failed = expect(asked).rejects.toMatchObject({ failure: { code: 'out_of_time', lastFailure } });
  const other = lookup(some(0, 5), { caller: 'U2' });
  await pass(100);
  deadline.abort();
  await failed;
  await passAll();
  expect([...(await other)]).toEqual(truth(some(0, 5)));
});

test('at the deadline the accounts of a call that is made again say what it ran into, the others only that they are late', async () => {
  const { failure: lastFailure } = outage('throttled');
  const { lookup } = createBatcherScene({
    latencyMs: (call) => (call === 2 ? 30 : 500),
    failureOf: (call) => (call === 0 ? lastFailure : undefined),
  });
  const deadline = new AbortController();
  const asked = lookup(some(0, 60), { signal: deadline.signal });
  await pass(100);
  deadline.abort();
  const answers = [...(await asked).values()];
  expect(answers.slice(0, 40)).toEqual([
    ...Array(20).fill({ kind: 'failed', failure: { code: 'out_of_time', lastFailure } }),
    ...Array(20).fill({ kind: 'failed', failure: { code: 'out_of_time' } }),
  ]);
  expect(answers.slice(40)).toEqual(some(40, 20).map(truthOf));
});

test('a call is wanted as long as anybody waits for any of it', async () => {
  const { lookup, calls } = createBatcherScene();
  const [first, second] = [new AbortController(), new AbortController()];
  const leaving = expect(lookup(some(0, 5), { signal: first.signal })).rejects.toThrow();
  const staying = lookup(some(3, 5), { signal: second.signal });
  await pass(10);
  first.abort();
  await leaving;
  await passAll();
  expect(calls).toMatchObject([{ isGivenUp: false, endedAt: 30 }]);
  expect([...(await staying)]).toEqual(truth(some(3, 5)));
});

test('a deadline that has passed beforehand asks nothing', async () => {
  const { lookup, calls } = createBatcherScene();
  const outOfTime = { failure: { code: 'out_of_time' } };
  await expect(lookup(some(0, 5), { signal: AbortSignal.abort() })).rejects.toMatchObject(outOfTime);
  await passAll();
  expect(calls).toHaveLength(0);
});

test('who asks for what has just been given up gets an answer of its own, however the old call ends', async () => {
  const { lookup, calls } = createBatcherScene({
    endsWhenGivenUp: false,
    errorOf: (call) => (call === 0 ? outage('upstream_status') : undefined),
  });
  const deadline = new AbortController();
  const first = lookup(some(0, 5), { signal: deadline.signal });
  await pass(10);
  deadline.abort();
  await expect(first).rejects.toMatchObject({ failure: { code: 'out_of_time' } });
  const second = lookup(some(0, 5));
  await pass(25);
  const third = lookup(some(0, 5));
  await passAll();
  expect([...(await second)]).toEqual(truth(some(0, 5)));
  expect([...(await third)]).toEqual(truth(some(0, 5)));
  expect(calls).toHaveLength(2);
});

test('a call that fails marks its own accounts; a look-up all of whose calls failed fails with the first failure', async () => {
  const error = outage('upstream_status');
  const { lookup } = createBatcherScene({ errorOf: (call) => (call === 0 ? error : undefined) });
  const large = lookup(some(0, 40), { caller: 'U1' });
  await pass(1);
  const small = expect(lookup(some(0, 5), { caller: 'U2' })).rejects.toBe(error);
  await passAll();
  await small;
  const answers = [...(await large)];
  expect(answers.slice(20)).toEqual(truth(some(20, 20)));
  for (const [, lookup] of answers.slice(0, 20)) expect(lookup).toMatchObject({ failure: { code: 'upstream_status' } });
});

test('a bug rejects the look-ups concerned and no others, and stops the asking for them', async () => {
  const bug = new TypeError('a bug');
  const { lookup, calls } = createBatcherScene({
    concurrency: 2,
    errorOf: (_, accounts) => (accounts.includes(all[0] as AccountId) ? bug : undefined),
  });
  const concerned = expect(lookup(some(0, 1000), { caller: 'U1' })).rejects.toBe(bug);
  await pass(1);
  const other = lookup(some(5000, 40), { caller: 'U2' });
  await passAll();
  await concerned;
  expect([...(await other)]).toEqual(truth(some(5000, 40)));
  expect(calls.length).toBeLessThanOrEqual(5);
});

test('when only an administrator can help, everything that waits fails so and nothing more is asked', async () => {
  const { lookup, calls } = createBatcherScene({ concurrency: 2, errorOf: () => outage('needs_admin') });
  const needsAdmin = { failure: { code: 'needs_admin' } };
  const rejected = [some(0, 200), some(100, 200), some(1000, 5)].map((accounts, n) =>
    expect(lookup(accounts, { caller: `U${n}` })).rejects.toMatchObject(needsAdmin),
  );
  await passAll();
  await Promise.all(rejected);
  // The two under way, and one ahead for the small look-up.
  expect(calls.length).toBeLessThanOrEqual(3);
});

test('a permit that comes when no look-up waits any more is given back', async () => {
  const ready = Promise.withResolvers<void>();
  const budget = recordBudget(() => ready.promise);
  const { lookup, calls } = createBatcherScene({ budget });
  const deadline = new AbortController();
  const asked = expect(lookup(some(0, 5), { signal: deadline.signal })).rejects.toThrow();
  await pass(10);
  deadline.abort();
  ready.resolve();
  await passAll();
  await asked;
  expect(budget.outcomes).toEqual(['unused']);
  expect(calls).toHaveLength(0);
});

test('the permit of a call that is never made is given back unused', async () => {
  const budget = recordBudget();
  const resting: Call<readonly AccountId[], readonly Lookup[]> = () => Promise.reject(outage('upstream_resting'));
  const options = {
    size: 20,
    budget,
    concurrency: 64,
    callsPerSecond: 100,
    mostWaitMs: 60_000,
    lingerMs: 5,
    now: Date.now,
  };
  const asked = expect(createBatcher(resting, options)(some(0, 25))).rejects.toMatchObject({
    failure: { code: 'upstream_resting' },
  });
  await passAll();
  await asked;
  expect(budget.outcomes).toEqual(['unused', 'unused']);
});

test('accounts that fail one by one are answers, not a failed look-up', async () => {
  const { lookup } = createBatcherScene();
  const missing = some(0, 60).filter((account) => truthOf(account).kind === 'failed');
  const asked = lookup(missing);
  await passAll();
  expect([...(await asked)]).toEqual(truth(missing));
});

test('when every look-up has left, a permit is no longer waited for', async () => {
  const adaptive = createAdaptiveRate({ most: 1, burst: 1 });
  const budget = createRateBudget({ callsPerSecond: 1, adaptive, now: Date.now });
  const { lookup, calls } = createBatcherScene({ budget });
  const first = lookup(some(0, 5));
  await pass(10);
  const deadline = new AbortController();
  const left = expect(lookup(some(10, 5), { signal: deadline.signal })).rejects.toThrow();
  await pass(10);
  deadline.abort();
  await left;
  const next = budget.acquire({ urgency: 'normal' });
  await passAll();
  expect([...(await first)]).toEqual(truth(some(0, 5)));
  expect(await stateOf(next)).toBe('resolved');
  expect(calls).toHaveLength(1);
});
