import { expect, test } from 'vitest';
import { withBatches } from '../../src/lookup/with-batches.ts';
import { failed, manyAccounts } from '../followstats/sample-lookups.ts';
import { outage, outcomesOf, recordLookup } from './recorded-lookup.ts';

interface Trouble {
  /** Batches that fail as a whole, by place. */
  readonly failing?: readonly number[];
  readonly error?: (call: number) => Error;
  readonly signal?: AbortSignal;
}

/** Asks for `count` accounts in batches of 20; says how they were split and what came back. */
async function check(count: number, { failing = [], error = () => outage('throttled'), signal }: Trouble = {}) {
  const { lookup, calls } = recordLookup((_, call) => (failing.includes(call) ? Promise.reject(error(call)) : {}));
  const accounts = manyAccounts(count);
  const answers = await withBatches(lookup, { size: 20, concurrency: 4 })(accounts, { signal });
  const outcomes = outcomesOf(answers);
  return { sizes: calls.map((call) => call.length), outcomes: accounts.map((account) => outcomes[account]) };
}

const times = (count: number, outcome: string) => Array.from({ length: count }, () => outcome);

test.each([
  [0, []],
  [1, [1]],
  [20, [20]],
  [21, [20, 1]],
  [45, [20, 20, 5]],
  [200, [20, 20, 20, 20, 20, 20, 20, 20, 20, 20]],
])('%i accounts are asked for as %j, and each is answered', async (count, sizes) => {
  expect(await check(count)).toEqual({ sizes, outcomes: times(count, 'found') });
});

test('a batch that fails marks its own accounts and no others', async () => {
  const { outcomes } = await check(45, { failing: [1] });
  expect(outcomes).toEqual([...times(20, 'found'), ...times(20, 'throttled'), ...times(5, 'found')]);
});

test('when every batch fails the first failure is thrown, since nothing could be read at all', async () => {
  const error = (call: number) => outage(call === 0 ? 'needs_admin' : 'throttled');
  await expect(check(45, { failing: [0, 1, 2], error })).rejects.toMatchObject({ failure: { code: 'needs_admin' } });
});

test('accounts that fail one by one are not a failed batch', async () => {
  const { lookup } = recordLookup(([account]) => ({ [account ?? '']: failed('missing_account', 30003) }));
  const answers = await withBatches(lookup, { size: 1, concurrency: 4 })(manyAccounts(2));
  expect(outcomesOf(answers)).toEqual({ user_0: 'missing_account', user_1: 'missing_account' });
});

test('a bug in one batch is not an outage: it is thrown on', async () => {
  const bug = new TypeError('a bug');
  await expect(check(45, { failing: [1], error: () => bug })).rejects.toBe(bug);
});

test.each([1, 3])('at most %i batches are in flight at once', async (concurrency) => {
  let inFlight = 0;
  let most = 0;
  const next = recordLookup();
  const batched = withBatches(
    async (accounts, options) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise<void>((resolve) => setImmediate(resolve));
      inFlight -= 1;
      return next.lookup(accounts, options);
    },
    { size: 2, concurrency },
  );
  expect((await batched(manyAccounts(20))).size).toBe(20);
  expect(most).toBe(concurrency);
});

test('once the deadline has passed no further batch is asked, and what was read stays read', async () => {
  const deadline = new AbortController();
  const { lookup, calls } = recordLookup((_, call) => {
    if (call === 0) deadline.abort();
    return {};
  });
  const answers = await withBatches(lookup, { size: 2, concurrency: 1 })(manyAccounts(4), { signal: deadline.signal });
  expect(calls).toHaveLength(1);
  expect(Object.values(outcomesOf(answers))).toEqual(['found', 'found', 'out_of_time', 'out_of_time']);
});

test('a deadline that has passed beforehand fails the whole question and asks nothing', async () => {
  await expect(check(45, { signal: AbortSignal.abort() })).rejects.toMatchObject({ failure: { code: 'out_of_time' } });
});

test('every batch is asked with the options of the question', async () => {
  const { lookup, options } = recordLookup();
  const given = { signal: new AbortController().signal, fresh: true };
  await withBatches(lookup, { size: 1, concurrency: 2 })(manyAccounts(2), given);
  expect(options).toEqual([given, given]);
});

test('once Chat refuses for a reason only an administrator can change, no further batch is asked', async () => {
  const { lookup, calls } = recordLookup(() => Promise.reject(outage('needs_admin')));
  const asked = withBatches(lookup, { size: 20, concurrency: 2 })(manyAccounts(200));
  await expect(asked).rejects.toMatchObject({ failure: { code: 'needs_admin' } });
  expect(calls).toHaveLength(2);
});
