import { expect, test } from 'vitest';
import type { ErrorCode } from '../../../src/errors.ts';
import { withBudget } from '../../../src/lookup/budget/with-budget.ts';
import { accountsOf } from '../../followstats/reports/sample-lookups.ts';
import { outage, outcomesIn, recordBudget, recordLookup } from '../recorded-lookup.ts';

const alice = accountsOf('alice');

test('a call that brings a slot uses that one, and it is told of the answer', async () => {
  const budget = recordBudget();
  const slot = await budget.acquire('in-turn');
  const { askBatch } = recordLookup();
  expect(outcomesIn(alice, await withBudget(askBatch, budget)(alice, { slot }))).toEqual({ alice: 'found' });
  expect(budget.outcomes).toEqual(['taken']);
});

test('a call without a slot does not leave until it has its own', async () => {
  const ready = Promise.withResolvers<void>();
  const budget = recordBudget(() => ready.promise);
  const { askBatch, calls } = recordLookup();
  const asked = withBudget(askBatch, budget)(alice);
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
])('of a call that failed (%s) its slot learns “%s”, since Chat may have counted it', async (code, outcome) => {
  const budget = recordBudget();
  const { askBatch } = recordLookup(() => Promise.reject(outage(code)));
  await expect(withBudget(askBatch, budget)(alice)).rejects.toMatchObject({ failure: { code } });
  expect(budget.outcomes).toEqual([outcome]);
});

test('even a bug gives its slot back', async () => {
  const budget = recordBudget();
  const { askBatch } = recordLookup(() => Promise.reject(new TypeError('a bug')));
  await expect(withBudget(askBatch, budget)(alice)).rejects.toThrow('a bug');
  expect(budget.outcomes).toEqual(['unknown']);
});

test('a call made again within one gives its slot back before it takes the next', async () => {
  const budget = recordBudget(async () => {
    expect(budget.outcomes).toEqual(Array(budget.outcomes.length).fill('taken'));
  });
  const ask = withBudget(async (accounts, options) => {
    await options?.callAgain?.(async () => 'once more');
    return recordLookup().askBatch(accounts);
  }, budget);
  expect(outcomesIn(alice, await ask(alice))).toEqual({ alice: 'found' });
  expect(budget.outcomes).toEqual(['taken', 'taken']);
});
