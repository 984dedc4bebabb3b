import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { createReadAccountCard } from '../../../src/followstats/reports/account-card.ts';
import type { Snapshot } from '../../../src/followstats/reports/snapshots.ts';
import type { AccountId, LookupMany } from '../../../src/followstats/types.ts';
import { failed, found } from './sample-lookups.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = 1_700_000_000_000;
const alice = 'alice' as AccountId;
const ago = (ms: number): Snapshot => ({ followers: 1, following: 2, mutual: 1, readAt: NOW - ms });

const fan = 'fan' as AccountId;
const events = [{ kind: 'follow', follower: fan, account: alice, at: NOW - 5 }] as const;

/** Reads the card of an account of which these snapshots are kept. */
function read(kept: readonly Snapshot[], lookup: LookupMany = async () => new Map([[alice, found(NOW)]])) {
  const trouble: unknown[] = [];
  const pick = (one: Snapshot | undefined) => new Map(one ? [[alice, one]] : []);
  const readCard = createReadAccountCard({
    lookup,
    snapshots: {
      before: async (_, at) => pick(kept.filter(({ readAt }) => readAt <= at).at(-1)),
      firstSince: async (_, at) => pick(kept.find(({ readAt }) => readAt >= at)),
    },
    events: { last: async () => events },
    readNames: async () => new Map([[fan, 'Fan of “Alice”']]),
    readUnreadDetails: async (answers) => ({
      lastKnown: answers.get(alice)?.kind === 'failed' ? pick(kept.at(-1)) : new Map(),
      meant: new Map(),
    }),
    timeLimitMs: 1000,
    onError: (error) => trouble.push(error),
    now: () => NOW,
  });
  return readCard(alice);
}

const ages = async (...kept: readonly Snapshot[]) => (await read(kept)).baselines.map(({ readAt }) => NOW - readAt);

test('an account is compared with a day and a week before', async () => {
  expect(await ages(ago(9 * DAY_MS), ago(8 * DAY_MS), ago(3 * DAY_MS), ago(DAY_MS), ago(HOUR_MS))).toEqual([
    DAY_MS,
    8 * DAY_MS,
  ]);
});

test('one that wasn’t read in between is compared once', async () => {
  expect(await ages(ago(30 * DAY_MS))).toEqual([30 * DAY_MS]);
});

test('one that is new is compared with its first reading, once that is an hour old', async () => {
  expect(await ages(ago(5 * HOUR_MS), ago(2 * HOUR_MS))).toEqual([5 * HOUR_MS]);
  expect(await ages(ago(HOUR_MS / 2))).toEqual([]);
  expect(await ages()).toEqual([]);
});

test('one that couldn’t be read, also when nothing could, has what is known last, and is compared with nothing', async () => {
  const throttled: LookupMany = async () => new Map([[alice, failed('throttled', 60007)]]);
  const nothing: LookupMany = () => Promise.reject(new AppError('upstream_timeout', 'late'));
  for (const lookup of [throttled, nothing]) {
    const card = await read([ago(2 * DAY_MS)], lookup);
    expect(card).toMatchObject({ row: { lookup: { kind: 'failed' }, lastKnown: ago(2 * DAY_MS) }, baselines: [] });
  }
});

test('a bug is no card', async () => {
  await expect(read([], () => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
});

test('a card has who came and left last, with their names', async () => {
  const { lastEvents, names } = await read([]);
  expect(lastEvents).toEqual(events);
  expect(names).toEqual(new Map([[fan, 'Fan of “Alice”']]));
});
