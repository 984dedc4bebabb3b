import { expect, test } from 'vitest';
import { withNames } from '../../../src/followstats/names/with-names.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import { nextTurn } from '../../../src/timers.ts';
import { accountsOf } from '../reports/sample-lookups.ts';

const accounts = accountsOf('alice', 'bob');
const counts: ReadonlyMap<AccountId, Lookup> = new Map(
  accounts.map((account) => [account, { kind: 'failed', failure: { code: 'missing_account' } }]),
);

test('names are asked for before the counts are, and a person’s answer doesn’t wait for them', async () => {
  const order: string[] = [];
  const lookup = withNames(
    async () => {
      order.push('counts');
      return counts;
    },
    (asked, options) => {
      order.push(`names of ${asked.join()} for ${options?.caller}`);
      return new Promise(() => {});
    },
  );
  expect(await lookup(accounts, { caller: 'U1' })).toBe(counts);
  expect(order).toEqual(['names of alice,bob for U1', 'counts']);
});

test('a digest waits for names, which it has read for two seconds at most', async () => {
  const naming = Promise.withResolvers<ReadonlyMap<AccountId, string>>();
  const waits: unknown[] = [];
  const lookup = withNames(
    async () => counts,
    (_, options) => {
      waits.push(options?.waitMs);
      return naming.promise;
    },
  );
  let isDone = false;
  const answered = lookup(accounts, { priority: 'digest' }).finally(() => {
    isDone = true;
  });
  await nextTurn();
  expect([isDone, waits]).toEqual([false, [2000]]);
  naming.resolve(new Map());
  expect(await answered).toBe(counts);
});

test('a look-up that fails fails as it would without names', async () => {
  const error = new Error('down');
  const lookup = withNames(
    async () => {
      throw error;
    },
    async () => new Map(),
  );
  await expect(lookup(accounts)).rejects.toBe(error);
});
