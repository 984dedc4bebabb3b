import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import type { Call } from '../../../src/lookup/call.ts';
import { withRetry } from '../../../src/lookup/resilience/with-retry.ts';
import { systemTimers as timers } from '../../../src/timers.ts';
import { accountsOf } from '../../followstats/reports/sample-lookups.ts';
import { outage, outcomesIn, recordCall } from '../recorded-lookup.ts';
import { pass, passAll } from '../virtual-time.ts';

const MIN_DELAY_MS = 100;
const both = accountsOf('alice', 'bob');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const patient = (next: Call<readonly AccountId[], readonly Lookup[]>) =>
  withRetry(next, { attempts: 3, minDelayMs: MIN_DELAY_MS, random: Math.random, timers });

test('being throttled is a wait, not a failure: it uses up no attempt, and no wait is longer than the first', async () => {
  const at: number[] = [];
  const { call } = recordCall((_, call) => {
    at.push(Date.now());
    if (call === 30) return {};
    return Promise.reject(outage(call === 15 ? 'upstream_failed' : 'throttled'));
  });
  const asked = patient(call)(both);
  await passAll();
  expect(outcomesIn(both, await asked)).toEqual({ alice: 'found', bob: 'found' });
  const waits = at.slice(1).map((time, n) => time - (at[n] as number));
  const throttled = waits.filter((_, n) => n !== 15);
  expect(throttled).toHaveLength(29);
  for (const wait of throttled) {
    expect(wait).toBeGreaterThanOrEqual(MIN_DELAY_MS);
    expect(wait).toBeLessThanOrEqual(2 * MIN_DELAY_MS);
  }
});

test('while Chat throttles without end, only that no look-up waits any more ends the asking', async () => {
  let hasWaiters = true;
  const { call, calls } = recordCall(() => Promise.reject(outage('throttled')));
  const asking = expect(patient(call)(both, { hasWaiters: () => hasWaiters })).rejects.toMatchObject({
    failure: { code: 'throttled' },
  });
  await pass(100 * MIN_DELAY_MS);
  hasWaiters = false;
  const { length } = calls;
  await passAll();
  await asking;
  expect(length).toBeGreaterThan(40);
  expect(calls).toHaveLength(length);
  expect(vi.getTimerCount()).toBe(0);
});
