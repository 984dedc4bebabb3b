import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { begunOf } from '../../../src/followstats/history/history.ts';
import { createReadHistory } from '../../../src/followstats/history/read-history.ts';
import type { Snapshot, Snapshots } from '../../../src/followstats/reports/snapshots.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { resolvedOf } from '../reports/sample-lookups.ts';
import { AT, reading } from './sample-histories.ts';

const DAY_MS = 86_400_000;

type Kept = Readonly<Record<string, readonly Snapshot[]>>;

/** What the store's port promises, over a few readings in memory. */
function memorySnapshots(kept: Kept): Pick<Snapshots, 'at' | 'before' | 'firstSince'> {
  const pick = (accounts: readonly AccountId[], find: (all: readonly Snapshot[]) => Snapshot | undefined) =>
    new Map(
      accounts.flatMap((account): [AccountId, Snapshot][] => {
        const found = find(kept[account] ?? []);
        return found ? [[account, found]] : [];
      }),
    );
  return {
    before: async (accounts, at) => pick(accounts, (all) => all.findLast(({ readAt }) => readAt <= at)),
    firstSince: async (accounts, at) => pick(accounts, (all) => all.find(({ readAt }) => readAt >= at)),
    at: async (accounts, instants, maxAgeMs) =>
      new Map(
        accounts
          .map((account): [AccountId, readonly (Snapshot | undefined)[]] => [
            account,
            instants.map((at) =>
              (kept[account] ?? []).findLast(({ readAt }) => readAt <= at && readAt > at - maxAgeMs),
            ),
          ])
          .filter(([, readings]) => readings.some(Boolean)),
      ),
  };
}

function reader(kept: Kept) {
  const asked: AccountId[][] = [];
  const errors: unknown[] = [];
  const read = createReadHistory({
    snapshots: memorySnapshots(kept),
    readJoining: async () => ({ kind: 'failed' }),
    findMeant: async (accounts) => {
      asked.push([...accounts]);
      if (accounts.includes('broken' as AccountId)) throw new AppError('store_unavailable', 'away');
      return new Map(accounts.map((account) => [account, 'alice' as AccountId]));
    },
    now: () => AT,
    timeLimitMs: 1000,
    onError: (error) => errors.push(error),
  });
  return {
    read: (...ids: readonly string[]) => read(resolvedOf(...ids), '30d', AbortSignal.timeout(5000)),
    asked,
    errors,
  };
}

test('each account has what was read last by each instant, and since when it is read', async () => {
  const kept = { bob: [reading(1, AT - 40 * DAY_MS), reading(2, AT - 100)], alice: [reading(5, AT - 5 * DAY_MS)] };
  const history = await reader(kept).read('alice', 'bob');
  const { accounts, unkept, instants, at } = history;
  expect(accounts.map(({ account }) => account)).toEqual(['alice', 'bob']);
  expect(accounts.map(({ first }) => first.readAt)).toEqual([AT - 5 * DAY_MS, AT - 40 * DAY_MS]);
  expect(accounts.map((one) => begunOf(one, history))).toEqual([AT - 5 * DAY_MS, undefined]);
  expect(accounts.map(({ readings }) => readings.map((one) => one?.followers))).toEqual([
    [...Array(9).fill(undefined), 5, undefined],
    [...Array(10).fill(undefined), 2],
  ]);
  expect([instants.length, at, unkept]).toEqual([11, AT, []]);
});

test('of accounts that were never read the one that was meant is found; one that was read before was spelled right', async () => {
  const { read, asked } = reader({ old: [reading(1, AT - 200 * DAY_MS)] });
  const { accounts, unkept } = await read('old', 'alcie');
  expect(accounts).toEqual([]);
  expect(unkept).toEqual([
    { account: 'old', last: reading(1, AT - 200 * DAY_MS) },
    { account: 'alcie', meant: 'alice' },
  ]);
  expect(asked).toEqual([['alcie']]);
});

test('what was meant is not worth the answer', async () => {
  const { read, errors } = reader({});
  expect((await read('broken')).unkept).toEqual([{ account: 'broken' }]);
  expect(errors).toHaveLength(1);
});

test('nothing more is read once the time is over', async () => {
  const read = createReadHistory({
    snapshots: { ...memorySnapshots({}), before: () => Promise.reject(new Error('read further')) },
    findMeant: async () => new Map(),
    readJoining: async () => ({ kind: 'failed' }),
    now: () => AT,
    timeLimitMs: 1000,
    onError: () => {},
  });
  const late = new AppError('out_of_time', 'late');
  await expect(read(resolvedOf('a'), '7d', AbortSignal.abort(late))).rejects.toBe(late);
});
