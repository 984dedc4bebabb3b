import { expect, test } from 'vitest';
import { sumLedgers, unexplainedOf } from '../../../src/followstats/changes/ledger.ts';
import { createReadChanges } from '../../../src/followstats/changes/read-changes.ts';
import { createDroppedCounts } from '../../../src/followstats/events/dropped-counts.ts';
import { createEventIntake } from '../../../src/followstats/events/intake.ts';
import type { AccountId, LookupMany } from '../../../src/followstats/types.ts';
import { withCache } from '../../../src/lookup/with-cache.ts';
import { createWebhookReader } from '../../../src/tencent/webhook.ts';
import { systemTimers } from '../../../src/timers.ts';
import { followBody, unfollowBody } from '../../e2e/webhook-request.ts';
import { newSqlite, openNew } from '../../store/new-store.ts';

const HOUR = 3_600_000;
const START = 1_700_000_000_000;
const CHANGES = 10_000;
const LOST_SHARE = 0.03;

/** Whole numbers below `most`, the same in each run. */
function createChance(seed: number) {
  let state = seed;
  return (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

test('10,000 webhooks in any order, doubled and some lost: the counts are right, and every ledger adds up', async () => {
  const chance = createChance(7);
  const store = await openNew(newSqlite);
  const accounts = Array.from({ length: 60 }, (_, n) => `user_${n}` as AccountId);
  const fans = Array.from({ length: 300 }, (_, n) => `fan_${n}`);
  const followers = new Map(accounts.map((account) => [account, new Set<string>()]));
  let now = START;
  const counted = (account: AccountId) => ({
    ...{ followers: followers.get(account)?.size ?? 0, following: 0, mutual: 0 },
    readAt: now,
  });
  await store.snapshots.record(new Map(accounts.map((account) => [account, counted(account)])));

  const bodies: object[] = [];
  const lostOf = new Map<AccountId, number>();
  for (let n = 0; n < CHANGES; n += 1) {
    now += 1000;
    const account = accounts[chance(accounts.length)] as AccountId;
    const fan = fans[chance(fans.length)] as string;
    const own = followers.get(account) as Set<string>;
    const follows = !own.delete(fan);
    if (follows) own.add(fan);
    const isLost = chance(1000) < LOST_SHARE * 1000;
    if (isLost) lostOf.set(account, (lostOf.get(account) ?? 0) + (follows ? 1 : -1));
    else bodies.push(follows ? followBody(fan, [account], now) : unfollowBody(fan, [account], now));
  }
  now += 1000;

  const droppedCounts = createDroppedCounts();
  const reader = createWebhookReader({ sdkAppId: 1, token: 'xxxxyyyy', now: () => now });
  const intake = createEventIntake({
    ...{ events: store.events, hearing: store.hearing, dropCounts: droppedCounts.drop, timers: systemTimers },
    onError: (error) => {
      throw error;
    },
    onLost: () => {},
    now: () => now,
  });
  let asked = 0;
  const chat: LookupMany = async (wanted) => {
    asked += wanted.length;
    return new Map(wanted.map((account) => [account, { kind: 'found', ...counted(account) }]));
  };
  const lookup = withCache(chat, { max: 1000, ttlMs: HOUR, droppedCounts, now: () => now });
  await lookup(accounts);
  expect(asked).toBe(accounts.length);

  const doubled = [...bodies, ...bodies.filter(() => chance(10) === 0)];
  const inOrder = doubled
    .map((body) => ({ body, place: chance(1e9) }))
    .toSorted((one, other) => one.place - other.place);
  const outcomes = await Promise.all(
    inOrder.map(({ body }) => {
      const { CallbackCommand: command } = body as { CallbackCommand: string };
      const events = reader.read(new URLSearchParams({ CallbackCommand: command }), JSON.stringify(body));
      if (typeof events === 'string') throw new Error(events);
      return intake.take(events);
    }),
  );
  await intake.stop();
  expect(outcomes.every((outcome) => outcome !== 'lost')).toBe(true);

  const readChanges = createReadChanges({
    ...{ lookup, snapshots: store.snapshots, events: store.events, hearing: store.hearing, now: () => now },
    readUnreadDetails: async () => ({ lastKnown: new Map(), meant: new Map() }),
    readNames: async () => new Map(),
    retentionMs: 90 * 24 * HOUR,
  });
  const who = { accounts, linked: [], unlinked: [], empty: [] };
  const { ledgers } = await readChanges(who, '24h', { signal: new AbortController().signal });
  expect(asked).toBe(2 * accounts.length);
  expect(ledgers).toHaveLength(accounts.length);
  for (const { account, opening, closing, came, left } of ledgers) {
    expect(closing.followers).toBe(followers.get(account)?.size);
    const unexplained = unexplainedOf({ opening, closing, came, left });
    expect(opening.followers + came - left + unexplained).toBe(closing.followers);
    expect(unexplained).toBe(lostOf.get(account) ?? 0);
  }
  const sum = sumLedgers(ledgers);
  expect(sum.opening + sum.came - sum.left + sum.unexplained).toBe(sum.closing);
  expect(sum.came + sum.left).toBe(bodies.length);
});
