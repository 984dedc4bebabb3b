import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { manyAccounts } from '../../followstats/reports/sample-lookups.ts';
import { pass, passAll } from '../virtual-time.ts';
import { createBatcherScene } from './batcher-scene.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const accounts = manyAccounts(10_000);
const some = (from: number, count: number) => accounts.slice(from, from + count);
const busy = { failure: { code: 'busy', waitMs: expect.any(Number) } };

test('a look-up that would begin too late is told so at once, and another person’s is answered', async () => {
  const { lookup } = createBatcherScene({ callsPerSecond: 10 });
  const bulk = lookup(some(0, 5000), { caller: 'U1' });
  await expect(lookup(some(5000, 5), { caller: 'U1' })).rejects.toMatchObject(busy);
  const other = lookup(some(6000, 5), { caller: 'U2' });
  await passAll();
  expect([(await bulk).size, (await other).size]).toEqual([5000, 5]);
  const again = lookup(some(5000, 5), { caller: 'U1' });
  await passAll();
  expect((await again).size).toBe(5);
});

test('the longer Chat leaves calls without an answer, the less is taken that would wait for them', async () => {
  const { lookup } = createBatcherScene({ concurrency: 1, callsPerSecond: 100, latencyMs: () => 30_000 });
  const hanging = lookup(some(0, 200), { caller: 'U1' });
  await pass(3000);
  const taken = lookup(some(1000, 40), { caller: 'U2' });
  await pass(6000);
  await expect(lookup(some(2000, 40), { caller: 'U3' })).rejects.toMatchObject(busy);
  // Of a digest no person waits for an answer.
  const digest = lookup(some(3000, 40), { caller: 'digest', priority: 'digest' });
  await passAll();
  expect([(await hanging).size, (await taken).size, (await digest).size]).toEqual([200, 40, 40]);
});
