import { describe, expect, test } from 'vitest';
import { createReadBaselines, isBaselineOf } from '../../../src/followstats/reports/baselines.ts';
import type { Snapshot } from '../../../src/followstats/reports/snapshots.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { openNew, temporaryFolder } from '../../store/new-store.ts';
import { accountsOf } from './sample-lookups.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 10, 30);
const [alice, bob] = accountsOf('alice', 'bob') as [AccountId, AccountId];

const at = (hoursAgo: number, followers: number): Snapshot => ({
  followers,
  following: 0,
  mutual: 0,
  readAt: NOW - hoursAgo * HOUR_MS,
});

/** The baselines, now, of accounts whose snapshots these are. */
async function read(kept: readonly (readonly [AccountId, Snapshot])[]) {
  const { snapshots } = await openNew(
    async () => ({ kind: 'sqlite', folder: temporaryFolder() }),
    () => NOW,
  );
  for (const one of kept) await snapshots.record(new Map([one]));
  const readBaselines = createReadBaselines({
    snapshots,
    timeLimitMs: 5000,
    onError: (error) => {
      throw error;
    },
  });
  return readBaselines([alice, bob], NOW);
}

describe('an account is compared with', () => {
  test('the newest snapshot at least a day old', async () => {
    const kept = [at(60, 1), at(25, 2), at(24, 3), at(23, 4), at(0, 5)];
    expect((await read(kept.map((one) => [alice, one] as const))).get(alice)).toEqual(at(24, 3));
  });

  test('else the oldest there is', async () => {
    const kept = [at(23, 1), at(5, 2), at(0, 3)];
    expect((await read(kept.map((one) => [bob, one] as const))).get(bob)).toEqual(at(23, 1));
  });

  test('nothing, when it was never seen', async () => {
    const baselines = await read([[alice, at(30, 1)]]);
    expect([...baselines.keys()]).toEqual([alice]);
  });
});

test('less than an hour apart no change is shown, so that no reading is compared with itself', () => {
  expect(isBaselineOf(at(1, 1), NOW)).toBe(true);
  expect(isBaselineOf({ ...at(1, 1), readAt: NOW - HOUR_MS + 1 }, NOW)).toBe(false);
  expect(isBaselineOf(at(0, 1), NOW)).toBe(false);
});

describe('a store that', () => {
  const hangs = () => new Promise<never>(() => {});
  const fails = () => Promise.reject(new Error('the store is gone'));

  test.each([
    ['fails', fails, 'the store is gone'],
    ['doesn’t answer', hangs, 'no answer of the store within 5 ms'],
  ])('%s leaves the counts without their change, and is told of', async (_, ask, message) => {
    const trouble: unknown[] = [];
    const readBaselines = createReadBaselines({
      snapshots: { before: ask, firstSince: ask },
      timeLimitMs: 5,
      onError: (error) => trouble.push(error),
    });
    expect(await readBaselines([alice], NOW)).toEqual(new Map());
    expect(trouble).toMatchObject([{ message }]);
  });
});
