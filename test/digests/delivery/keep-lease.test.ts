import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepLease, LEASE_MS } from '../../../src/digests/delivery/keep-lease.ts';
import { sampleClaim } from './sample-claim.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Keeps a lease whose renewals are answered one after the other; afterwards all are granted. */
function keep(...answers: readonly (boolean | Error)[]) {
  let renewals = 0;
  const lease = keepLease(sampleClaim(), {
    async renew(_, leaseMs) {
      expect(leaseMs).toBe(LEASE_MS);
      const answer = answers[renewals] ?? true;
      renewals += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { lease, renewals: () => renewals };
}

test('is renewed three times in its length, until it is released', async () => {
  const { lease, renewals } = keep();
  await vi.advanceTimersByTimeAsync(2 * LEASE_MS);
  expect(renewals()).toBe(6);
  lease.release();
  await vi.advanceTimersByTimeAsync(LEASE_MS);
  expect(renewals()).toBe(6);
  expect(lease.signal.aborted).toBe(false);
});

test('aborts once the run is another’s', async () => {
  const { lease } = keep(true, false);
  await vi.advanceTimersByTimeAsync(LEASE_MS / 3);
  expect(lease.signal.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(LEASE_MS / 3);
  expect(lease.signal.aborted).toBe(true);
});

test('a store that fails is left to the next renewal', async () => {
  const { lease, renewals } = keep(new Error('away'), new Error('away'));
  await vi.advanceTimersByTimeAsync(LEASE_MS);
  expect([renewals(), lease.signal.aborted]).toEqual([3, false]);
});
