import { expect, test } from 'vitest';
import type { Follows } from '../../src/followstats/relations/ports.ts';
import type { AccountId, FailedAccount } from '../../src/followstats/types.ts';
import { composeCheckFollows } from '../../src/lookup/compose.ts';
import { accountsOf, failed, manyAccounts } from '../followstats/reports/sample-lookups.ts';
import { outage, recordBudget, recordLookup } from './recorded-lookup.ts';

const [alice] = accountsOf('alice') as [AccountId];
const checked: Follows = { kind: 'checked', follows: true, isFollowed: false };
const noWait = { sleep: async () => {}, timeout: () => new AbortController().signal };

type Answers = readonly (Follows | FailedAccount)[];

/** @param isMissing whether Chat knows the account itself no more */
function scene(script: (others: readonly AccountId[], call: number) => Answers | Promise<Answers>, isMissing = false) {
  const calls: (readonly AccountId[])[] = [];
  const budget = recordBudget();
  const counts = recordLookup(() => (isMissing ? { alice: failed('missing_account', 30003) } : {}));
  const check = composeCheckFollows({
    ...{ budget, size: 100, lookup: counts.lookup, retryDelayMs: 1, random: () => 0, timers: noWait },
    call: async ({ others }, context) => {
      (context?.permit ?? (await budget.acquire({ urgency: 'urgent' }))).release('taken');
      calls.push(others);
      return script(others, calls.length - 1);
    },
  });
  return { calls, check, lookups: counts.calls };
}

const all = (others: readonly AccountId[]): Answers => others.map(() => checked);

test('250 others cost three calls, and each is answered, in the order asked', async () => {
  const others = manyAccounts(250);
  const { check, calls, lookups } = scene(all);
  const answers = await check(alice, others);
  expect(calls.map((asked) => asked.length)).toEqual([100, 100, 50]);
  expect([...answers.keys()]).toEqual(others);
  expect(lookups).toEqual([]);
});

test('no others cost no call', async () => {
  const { check, calls } = scene(all);
  expect((await check(alice, [])).size).toBe(0);
  expect(calls).toEqual([]);
});

test('one unknown account that makes its whole call fail fails alone, for few calls', async () => {
  const others = manyAccounts(100);
  const bad = others[63] as AccountId;
  const { check, calls } = scene((asked) =>
    asked.includes(bad) ? Promise.reject(outage('missing_account')) : all(asked),
  );
  const answers = await check(alice, others);
  expect(others.filter((other) => answers.get(other)?.kind === 'failed')).toEqual([bad]);
  expect(calls.length).toBeLessThanOrEqual(1 + 2 * Math.ceil(Math.log2(100)));
});

test('when Chat doesn’t know the account itself, that is found out once, and not by halves', async () => {
  const { check, calls, lookups } = scene(() => Promise.reject(outage('missing_account')), true);
  await expect(check(alice, manyAccounts(250))).rejects.toMatchObject({
    failure: { code: 'missing_account', upstream: { code: 30003 } },
  });
  expect([calls.length, lookups.length]).toEqual([3, 1]);
});

test('what failed in passing is asked again, for those alone whom it concerns', async () => {
  const others = accountsOf('bob', 'carol');
  const { check, calls } = scene((asked, call) =>
    call === 0 ? [checked, failed('upstream_failed', 30006)] : all(asked),
  );
  expect([...(await check(alice, others)).values()]).toEqual([checked, checked]);
  expect(calls).toEqual([others, accountsOf('carol')]);
});

test('a call that fails for good fails its own others, and only when all do the whole check', async () => {
  const others = manyAccounts(150);
  const half = scene((asked) => (asked.length === 100 ? Promise.reject(outage('upstream_changed')) : all(asked)));
  const answers = [...(await half.check(alice, others)).values()];
  expect(answers.filter(({ kind }) => kind === 'failed')).toHaveLength(100);
  const whole = scene(() => Promise.reject(outage('upstream_changed')));
  await expect(whole.check(alice, others)).rejects.toMatchObject({ failure: { code: 'upstream_changed' } });
});
