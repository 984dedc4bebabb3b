import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../../src/errors.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import type { Call } from '../../../src/lookup/call.ts';
import { withRetry } from '../../../src/lookup/resilience/with-retry.ts';
import { systemTimers as timers } from '../../../src/timers.ts';
import { accountsOf, failed } from '../../followstats/reports/sample-lookups.ts';
import { outage, outcomesIn, recordBudget, recordCall } from '../recorded-lookup.ts';

const MIN_DELAY_MS = 100;
const both = accountsOf('alice', 'bob');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const patient = (next: Call<readonly AccountId[], readonly Lookup[]>, attempts = 3) =>
  withRetry(next, { attempts, minDelayMs: MIN_DELAY_MS, random: Math.random, timers });

/** Lets every wait pass at once; a rejection has a handler before it comes. */
async function settle<T>(promise: Promise<T>): Promise<T> {
  const [settled] = await Promise.all([promise.then((value) => () => value, rethrow), vi.runAllTimersAsync()]);
  return settled();
}

function rethrow(error: unknown): () => never {
  return () => {
    throw error;
  };
}

const ask = (next: Call<readonly AccountId[], readonly Lookup[]>, attempts?: number) =>
  settle(patient(next, attempts)(both));

test('what is answered at once is asked once', async () => {
  const { call, calls } = recordCall();
  expect(outcomesIn(both, await ask(call))).toEqual({ alice: 'found', bob: 'found' });
  expect(calls).toEqual([both]);
});

test.each([
  'throttled',
  'upstream_failed',
  'upstream_timeout',
  'upstream_unreachable',
  'upstream_status',
  'upstream_garbled',
] as const)('a call that failed in passing (%s) is made again', async (code) => {
  const { call, calls } = recordCall((_, call) => (call === 0 ? Promise.reject(outage(code)) : {}));
  expect(outcomesIn(both, await ask(call))).toEqual({ alice: 'found', bob: 'found' });
  expect(calls).toEqual([both, both]);
});

test.each([
  'missing_account',
  'rejected_account',
  'needs_admin',
  'upstream_refused',
  'upstream_changed',
  'incomplete_answer',
  'out_of_time',
] as const)('a call that asking again would not help (%s) is not made again', async (code) => {
  const { call, calls } = recordCall(() => Promise.reject(outage(code)));
  await expect(ask(call)).rejects.toMatchObject({ failure: { code } });
  expect(calls).toHaveLength(1);
});

test('only the accounts that failed in passing are asked again', async () => {
  const { call, calls } = recordCall((_, call) =>
    call === 0 ? { alice: failed('missing_account', 30003), bob: failed('upstream_failed', 30006) } : {},
  );
  const accounts = accountsOf('alice', 'bob', 'carol');
  const answers = await settle(patient(call)(accounts));
  expect(outcomesIn(accounts, answers)).toEqual({ alice: 'missing_account', bob: 'found', carol: 'found' });
  expect(calls).toEqual([accounts, ['bob']]);
});

test('after the last attempt an account keeps its failure, and the others their numbers', async () => {
  const { call, calls } = recordCall(() => ({ bob: failed('upstream_failed', 30006) }));
  const answers = await ask(call);
  expect(outcomesIn(both, answers)).toEqual({ alice: 'found', bob: 'upstream_failed' });
  expect(calls).toEqual([both, ['bob'], ['bob']]);
});

test('after the last attempt a call that never succeeded is thrown on', async () => {
  const { call, calls } = recordCall((_, call) =>
    Promise.reject(outage(call === 2 ? 'upstream_status' : 'upstream_failed')),
  );
  await expect(ask(call)).rejects.toMatchObject({ failure: { code: 'upstream_status' } });
  expect(calls).toHaveLength(3);
});

test.each<ErrorCode>(['upstream_timeout', 'needs_admin'])(
  'when the second attempt fails as a whole (%s), what was read stays read, and the rest says the newer reason',
  async (code) => {
    const { call } = recordCall((_, call) =>
      call === 0 ? { bob: failed('upstream_failed', 30006) } : Promise.reject(outage(code)),
    );
    expect(outcomesIn(both, await ask(call))).toEqual({ alice: 'found', bob: code });
  },
);

test.each([new Error('a bug'), new TypeError('a bug')])('%s passes through, at once', async (bug) => {
  const { call, calls } = recordCall(() => Promise.reject(bug));
  await expect(ask(call)).rejects.toBe(bug);
  expect(calls).toHaveLength(1);
});

test('the waits grow, with chance in them: each between one and two times its base, which trebles', async () => {
  const at: number[] = [];
  const { call } = recordCall(() => {
    at.push(Date.now());
    return Promise.reject(outage('upstream_failed'));
  });
  await expect(ask(call, 4)).rejects.toThrow();
  const waits = at.slice(1).map((time, n) => time - (at[n] as number));
  expect(waits).toHaveLength(3);
  for (const [n, wait] of waits.entries()) {
    expect(wait).toBeGreaterThanOrEqual(MIN_DELAY_MS * 3 ** n);
    expect(wait).toBeLessThanOrEqual(2 * MIN_DELAY_MS * 3 ** n);
  }
});

test('the permit is for the first attempt; every other gets its own further down', async () => {
  const { call, given } = recordCall((_, call) => (call < 2 ? Promise.reject(outage('upstream_failed')) : {}));
  const permit = await recordBudget().acquire({ urgency: 'normal' });
  await settle(patient(call)(both, { permit }));
  expect(given.map((one) => one?.permit)).toEqual([permit, undefined, undefined]);
});

test('what no look-up waits for any more is not asked again, and what the attempt ran into is the failure', async () => {
  let hasWaiters = true;
  const { call, calls } = recordCall(() => Promise.reject(outage('throttled')));
  const asking = expect(patient(call)(both, { hasWaiters: () => hasWaiters })).rejects.toMatchObject({
    failure: { code: 'throttled' },
  });
  await vi.advanceTimersByTimeAsync(MIN_DELAY_MS / 2);
  hasWaiters = false;
  await vi.runAllTimersAsync();
  await asking;
  expect(calls).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('in a later wait, too: nothing is asked after it, and no further wait begins', async () => {
  let hasWaiters = true;
  const { call, calls } = recordCall(() => Promise.reject(outage('upstream_failed')));
  const asking = expect(patient(call, 6)(both, { hasWaiters: () => hasWaiters })).rejects.toMatchObject({
    failure: { code: 'upstream_failed' },
  });
  await vi.advanceTimersByTimeAsync(MIN_DELAY_MS * 2);
  expect(calls).toHaveLength(2);
  hasWaiters = false;
  await vi.advanceTimersByTimeAsync(MIN_DELAY_MS * 6);
  await asking;
  expect(calls).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('what each attempt ran into that is made again is reported, of a whole call and of single accounts', async () => {
  const busy = failed('upstream_failed', 30006);
  const { call } = recordCall((_, call) => {
    if (call === 0) return Promise.reject(outage('throttled'));
    return call === 1 ? { bob: busy } : {};
  });
  const onAttemptFailed = vi.fn();
  await settle(patient(call)(both, { onAttemptFailed }));
  expect(onAttemptFailed.mock.calls).toEqual([
    [
      new Map([
        ['alice', outage('throttled').failure],
        ['bob', outage('throttled').failure],
      ]),
    ],
    [new Map([['bob', busy.failure]])],
  ]);
});

test('what single accounts ran into at the first attempt is reported, too, and nothing where all is well', async () => {
  const busy = failed('upstream_failed', 30006);
  const onAttemptFailed = vi.fn();
  await settle(patient(recordCall().call)(both, { onAttemptFailed }));
  expect(onAttemptFailed).not.toHaveBeenCalled();
  const { call } = recordCall((_, call) => (call === 0 ? { bob: busy } : {}));
  await settle(patient(call)(both, { onAttemptFailed }));
  expect(onAttemptFailed.mock.calls).toEqual([[new Map([['bob', busy.failure]])]]);
});

test('nobody waiting between two attempts leaves what was read, and the reason of what was not', async () => {
  let hasWaiters = true;
  const { call, calls } = recordCall(() => ({ bob: failed('upstream_failed', 30006) }));
  const asking = patient(call)(both, { hasWaiters: () => hasWaiters });
  await vi.advanceTimersByTimeAsync(MIN_DELAY_MS / 2);
  hasWaiters = false;
  await vi.runAllTimersAsync();
  expect(outcomesIn(both, await asking)).toEqual({ alice: 'found', bob: 'upstream_failed' });
  expect(calls).toHaveLength(1);
});

test('an answer that comes when no look-up waits any more still counts', async () => {
  let hasWaiters = true;
  const { call } = recordCall(() => {
    hasWaiters = false;
    return {};
  });
  const answers = await settle(patient(call)(both, { hasWaiters: () => hasWaiters }));
  expect(outcomesIn(both, answers)).toEqual({ alice: 'found', bob: 'found' });
});

test('every repeat is asked on behalf of those who waited for the first attempt', async () => {
  const { call, given } = recordCall((_, call) => (call < 2 ? Promise.reject(outage('upstream_failed')) : {}));
  const hasWaiters = () => true;
  await settle(patient(call)(both, { hasWaiters }));
  expect(given.map((one) => one?.hasWaiters)).toEqual([hasWaiters, hasWaiters, hasWaiters]);
});
