import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ErrorCode } from '../../../src/errors.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import type { Call } from '../../../src/lookup/call.ts';
import { withIsolation } from '../../../src/lookup/resilience/with-isolation.ts';
import { manyAccounts } from '../../followstats/reports/sample-lookups.ts';
import { outage, outcomesIn, recordBudget, recordCall } from '../recorded-lookup.ts';

const BATCH = 20;

/** Asks for `count` accounts, each call failing as a whole when it holds one of `bad`. */
async function check(bad: ReadonlySet<number>, count = BATCH, code: ErrorCode = 'missing_account') {
  const accounts = manyAccounts(count);
  const isBad = new Set([...bad].map((place) => accounts[place]));
  const { call, calls } = recordCall((asked) =>
    asked.some((account) => isBad.has(account)) ? Promise.reject(outage(code)) : {},
  );
  const outcomes = outcomesIn(accounts, await withIsolation(call)(accounts));
  return {
    calls: calls.length,
    failed: accounts.flatMap((account, place) => (outcomes[account] === code ? [place] : [])),
    outcomes,
  };
}

test('a batch without failures costs one call', async () => {
  expect(await check(new Set())).toMatchObject({ calls: 1, failed: [] });
});

test('a single account that is refused costs one call, and is marked', async () => {
  expect(await check(new Set([0]), 1)).toMatchObject({ calls: 1, failed: [0] });
});

test.each(['missing_account', 'rejected_account'] as const)(
  'one account that makes its whole call fail (%s) costs only its own row, wherever it stands',
  async (code) => {
    for (let place = 0; place < BATCH; place += 1) {
      const { calls, failed } = await check(new Set([place]), BATCH, code);
      expect(failed).toEqual([place]);
      expect(calls).toBeLessThanOrEqual(1 + 2 * Math.ceil(Math.log2(BATCH)));
    }
  },
);

test('of any batch exactly the bad accounts fail, each account is answered, and the calls are bounded', async () => {
  const batches = fc
    .integer({ min: 1, max: BATCH })
    .chain((count) => fc.tuple(fc.constant(count), fc.uniqueArray(fc.nat(count - 1))));
  await fc.assert(
    fc.asyncProperty(batches, async ([count, bad]) => {
      const { calls, failed, outcomes } = await check(new Set(bad), count);
      expect(failed).toEqual(bad.toSorted((a, b) => a - b));
      expect(Object.keys(outcomes)).toHaveLength(count);
      expect(calls).toBeLessThanOrEqual(Math.min(2 * count - 1, 1 + 2 * bad.length * Math.ceil(Math.log2(count))));
    }),
  );
});

test.each(['needs_admin', 'throttled', 'upstream_timeout', 'upstream_changed', 'out_of_time'] as const)(
  '%s is no account’s fault: it is thrown on after one call',
  async (code) => {
    const { call, calls } = recordCall(() => Promise.reject(outage(code)));
    await expect(withIsolation(call)(manyAccounts(BATCH))).rejects.toMatchObject({ failure: { code } });
    expect(calls).toHaveLength(1);
  },
);

test('a half that fails for another reason marks only that half', async () => {
  const { call, calls } = recordCall((asked) => {
    if (asked.length === 8) return Promise.reject(outage('missing_account'));
    return asked.includes(manyAccounts(1)[0] as never) ? Promise.reject(outage('throttled')) : {};
  });
  const accounts = manyAccounts(8);
  const outcomes = outcomesIn(accounts, await withIsolation(call)(accounts));
  expect(Object.values(outcomes)).toEqual([...Array(4).fill('throttled'), ...Array(4).fill('found')]);
  expect(calls).toHaveLength(3);
});

test('a bug is thrown on, from the first call as from a half', async () => {
  const bug = new TypeError('a bug');
  const always: Call<readonly AccountId[], readonly Lookup[]> = () => Promise.reject(bug);
  await expect(withIsolation(always)(manyAccounts(4))).rejects.toBe(bug);
  const { call } = recordCall((_, call) => Promise.reject(call === 0 ? outage('missing_account') : bug));
  await expect(withIsolation(call)(manyAccounts(4))).rejects.toBe(bug);
});

test('the halves are asked for those who waited for the whole, and each gets a permit of its own', async () => {
  const { call, given } = recordCall((_, call) => (call === 0 ? Promise.reject(outage('rejected_account')) : {}));
  const hasWaiters = () => true;
  const permit = await recordBudget().acquire({ urgency: 'normal' });
  await withIsolation(call)(manyAccounts(2), { hasWaiters, permit });
  expect(given).toEqual([{ hasWaiters, permit }, { hasWaiters }, { hasWaiters }]);
});

test('what no look-up waits for any more is not halved', async () => {
  let left = 0;
  const { call, calls } = recordCall((accounts) =>
    accounts.includes(manyAccounts(1)[0] as never) ? Promise.reject(outage('missing_account')) : {},
  );
  const hasWaiters = () => calls.length <= left;
  await expect(withIsolation(call)(manyAccounts(8), { hasWaiters })).rejects.toMatchObject({
    failure: { code: 'missing_account' },
  });
  expect(calls).toHaveLength(1);
  left = 2;
  const accounts = manyAccounts(8);
  const outcomes = outcomesIn(accounts, await withIsolation(call)(accounts, { hasWaiters }));
  expect(Object.values(outcomes)).toEqual([...Array(4).fill('missing_account'), ...Array(4).fill('found')]);
  expect(calls).toHaveLength(4);
});
