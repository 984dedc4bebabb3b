import { expect, test } from 'vitest';
import { withIsolation } from '../../src/lookup/resilience/with-isolation.ts';
import { withRetry } from '../../src/lookup/resilience/with-retry.ts';
import { systemTimers as timers } from '../../src/timers.ts';
import { accountsOf, failed } from '../followstats/reports/sample-lookups.ts';
import { outage, outcomesIn, recordCall } from './recorded-lookup.ts';

test('an account that spoils a later attempt as a whole is still found out alone', async () => {
  const { call } = recordCall((accounts, call) => {
    if (call === 0) return Object.fromEntries(accounts.map((account) => [account, failed('upstream_failed')]));
    return accounts.includes(accountsOf('bad')[0] as never) ? Promise.reject(outage('missing_account')) : {};
  });
  const patient = withRetry(withIsolation(call), { attempts: 3, minDelayMs: 1, random: Math.random, timers });
  const accounts = accountsOf('alice', 'bad', 'bob', 'carol');
  expect(outcomesIn(accounts, await patient(accounts))).toEqual({
    alice: 'found',
    bad: 'missing_account',
    bob: 'found',
    carol: 'found',
  });
});
