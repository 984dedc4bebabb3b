import { expect, test } from 'vitest';
import type { Nickname } from '../../src/followstats/names/ports.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import { composeReadProfiles } from '../../src/lookup/compose.ts';
import { accountsOf, manyAccounts } from '../followstats/reports/sample-lookups.ts';
import { outage, recordBudget } from './recorded-lookup.ts';

const noWait = { sleep: async () => {}, timeout: () => new AbortController().signal };
const nameOf = (account: string): Nickname => ({ kind: 'found', nickname: `Name of ${account}` });

/** Reads nicknames of a Chat that fails a call as `failing` says; keeps the accounts of each call. */
function scene(failing: (accounts: readonly AccountId[], call: number) => ReturnType<typeof outage> | undefined) {
  const calls: (readonly AccountId[])[] = [];
  const budget = recordBudget();
  const read = composeReadProfiles({
    ...{
      budget,
      callsPerSecond: 100,
      accountsPerCall: 100,
      connections: 8,
      retryDelayMs: 1,
      random: () => 0,
      timers: noWait,
    },
    monotonic: () => performance.now(),
    call: async (accounts, context) => {
      (context?.permit ?? (await budget.acquire({ urgency: 'urgent' }))).release('taken');
      calls.push(accounts);
      const error = failing(accounts, calls.length - 1);
      if (error) throw error;
      return accounts.map(nameOf);
    },
  });
  return { calls, read };
}

test('an account that several ask about at once is asked about once, a hundred a call', async () => {
  const { calls, read } = scene(() => undefined);
  const all = manyAccounts(150);
  const [first, second] = await Promise.all([read(all.slice(0, 100)), read(all.slice(50))]);
  expect(calls.map(({ length }) => length)).toEqual([100, 50]);
  expect(first).toEqual(new Map(all.slice(0, 100).map((account) => [account, nameOf(account)])));
  expect([...second.keys()]).toEqual(all.slice(50));
});

test('one account that makes its whole call fail costs the others nothing', async () => {
  const { calls, read } = scene((accounts) =>
    accounts.includes('ghost' as AccountId) ? outage('missing_account') : undefined,
  );
  const names = await read(accountsOf('alice', 'ghost', 'bob', 'carol'));
  expect([...names].map(([account, { kind }]) => [account, kind])).toEqual([
    ['alice', 'found'],
    ['ghost', 'failed'],
    ['bob', 'found'],
    ['carol', 'found'],
  ]);
  expect(calls.map((accounts) => accounts.join())).toEqual(
    expect.arrayContaining(['alice,ghost,bob,carol', 'alice', 'ghost', 'bob,carol']),
  );
});

test('what failed transiently is asked again once, and no more: names are worth no patience', async () => {
  const { calls, read } = scene(() => outage('upstream_timeout'));
  await expect(read(accountsOf('alice'))).rejects.toMatchObject({ failure: { code: 'upstream_timeout' } });
  expect(calls).toHaveLength(2);
});
