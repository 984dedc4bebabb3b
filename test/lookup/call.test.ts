import { expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../src/errors.ts';
import type { AccountId, CallOptions } from '../../src/followstats/types.ts';
import { withBudget } from '../../src/lookup/call.ts';
import { accountsOf } from '../followstats/reports/sample-lookups.ts';
import { outage, outcomesIn, recordBudget, recordCall } from './recorded-lookup.ts';

const alice = accountsOf('alice');

test('a call that brings a permit uses that one, and it is released with the answer', async () => {
  const budget = recordBudget();
  const permit = await budget.acquire({ urgency: 'normal' });
  const { call } = recordCall();
  expect(outcomesIn(alice, await withBudget(call, budget)(alice, { permit }))).toEqual({ alice: 'found' });
  expect(budget.outcomes).toEqual(['taken']);
});

test('a call without a permit does not leave until it has its own', async () => {
  const ready = Promise.withResolvers<void>();
  const budget = recordBudget(() => ready.promise);
  const { call, calls } = recordCall();
  const asked = withBudget(call, budget)(alice);
  expect(calls).toHaveLength(0);
  ready.resolve();
  await asked;
  expect(budget.outcomes).toEqual(['taken']);
});

test.each<[ErrorCode, string]>([
  ['throttled', 'rejected'],
  ['upstream_failed', 'unknown'],
  ['upstream_timeout', 'unknown'],
  ['upstream_unreachable', 'unknown'],
])('of a call that failed (%s) its permit learns “%s”, since Chat may have counted it', async (code, outcome) => {
  const budget = recordBudget();
  const { call } = recordCall(() => Promise.reject(outage(code)));
  await expect(withBudget(call, budget)(alice)).rejects.toMatchObject({ failure: { code } });
  expect(budget.outcomes).toEqual([outcome]);
});

test('a permit that comes when no look-up waits any more is given back, and no call leaves', async () => {
  const budget = recordBudget();
  const { call, calls } = recordCall();
  await expect(withBudget(call, budget)(alice, { hasWaiters: () => false })).rejects.toMatchObject({
    failure: { code: 'out_of_time' },
  });
  expect(budget.outcomes).toEqual(['unused']);
  expect(calls).toHaveLength(0);
});

test('that a call leaves is said once it has its permit', async () => {
  const ready = Promise.withResolvers<void>();
  const onSent = vi.fn();
  const asked = withBudget(
    recordCall().call,
    recordBudget(() => ready.promise),
  )(alice, { onSent });
  expect(onSent).not.toHaveBeenCalled();
  ready.resolve();
  await asked;
  expect(onSent).toHaveBeenCalledOnce();
});

test('even a bug gives its permit back', async () => {
  const budget = recordBudget();
  const { call } = recordCall(() => Promise.reject(new TypeError('a bug')));
  await expect(withBudget(call, budget)(alice)).rejects.toThrow('a bug');
  expect(budget.outcomes).toEqual(['unknown']);
});

test('before a further request of one call its permit is given back, and the next one taken', async () => {
  const budget = recordBudget(async () => {
    expect(budget.outcomes).toEqual(Array(budget.outcomes.length).fill('taken'));
  });
  const ask = withBudget(async (accounts: readonly AccountId[], options?: CallOptions) => {
    await options?.nextPermit?.();
    return recordCall().call(accounts);
  }, budget);
  expect(outcomesIn(alice, await ask(alice))).toEqual({ alice: 'found' });
  expect(budget.outcomes).toEqual(['taken', 'taken']);
});
