import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAudienceNews } from '../../../src/demo/chat/audience-news.ts';
import { crowdFollower } from '../../../src/demo/chat/crowd.ts';
import { createDemoAudience, createListedAudience, datedFollows } from '../../../src/demo/chat/demo-audience.ts';
import { createFollowGraph } from '../../../src/demo/chat/follow-graph.ts';
import { demoNickname } from '../../../src/demo/chat/nicknames.ts';
import { demoAccounts } from '../../../src/demo/chat/seed.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PRESENT = Date.parse('2026-11-29T12:00:00Z');

/** Grows by one an hour, or loses one. */
const steady = (sign: number) => (_: string, at: number) => 100 + sign * Math.floor((at - PRESENT) / HOUR);

test.each([
  ['follow', 1, [100, 101, 102]],
  ['unfollow', -1, [99, 98, 97]],
] as const)('who comes or leaves is told once, when it happened: %s', (kind, sign, indexes) => {
  const news = createAudienceNews({ accounts: ['alice'], sizeAt: steady(sign), since: PRESENT, most: 10 });
  const told = [PRESENT + 1.5 * HOUR, PRESENT + 1.5 * HOUR, PRESENT, PRESENT + 3.5 * HOUR].flatMap((at) =>
    news.until(at),
  );
  expect(told.map(({ change }) => change)).toEqual(
    indexes.map((index) => ({ kind, follower: crowdFollower('alice', index), accounts: ['alice'] })),
  );
  for (const [hour, { at }] of told.entries()) {
    expect(Math.abs(at - PRESENT - (hour + 1) * HOUR)).toBeLessThan(1001);
  }
});

test('an account that moves by more than the most has no news, and the others do', () => {
  const sizeAt = (id: string, at: number) => (id === 'heidi' ? 1000 : 1) * steady(1)(id, at);
  const news = createAudienceNews({ accounts: ['heidi', 'alice'], sizeAt, since: PRESENT, most: 10 });
  expect(news.until(PRESENT + 2.5 * HOUR).map(({ change }) => change.accounts)).toEqual([['alice'], ['alice']]);
});

test('in the demo a list is as long as its count, its dates are the curve of the account, and everybody joined by now', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('alice', 'bob', 'carol', 'frank', 'grace', 'heidi', 'dave'),
      fc.integer({ min: 0, max: 8 * DAY }),
      (id, ago) => {
        const now = PRESENT - ago;
        const { sizeOf, joinedAt } = createListedAudience(PRESENT, () => now);
        const sizeAt = createDemoAudience(PRESENT);
        const size = sizeOf(id);
        const dates = Array.from({ length: 40 }, (_, step) => joinedAt(id, Math.floor((size * step) / 40)));
        expect(dates).toEqual(dates.toSorted((a, b) => a - b));
        const last = joinedAt(id, size - 1);
        expect(last).toBeLessThanOrEqual(now);
        if (last > PRESENT - 365 * DAY) expect(sizeAt(id, last)).toBeGreaterThanOrEqual(size);
        const month = now - 30 * DAY;
        // Of those who stayed; who left isn't in any list.
        const joinedBefore = Math.min(sizeAt(id, month), size);
        if (joinedBefore > 0) expect(joinedAt(id, joinedBefore - 1)).toBeLessThanOrEqual(month + 1000);
      },
    ),
    { numRuns: 30 },
  );
});

test('the relations of the demo are older than the year that the store knows, and are those of its graph', () => {
  const graph = createFollowGraph();
  for (const id of demoAccounts) graph.addAccount(id);
  for (const [from, to, at] of datedFollows(PRESENT)) graph.follow(from, to, at);
  for (const id of demoAccounts) {
    for (const { at } of graph.followersOf(id)) expect(at).toBeLessThan(PRESENT - 365 * DAY);
  }
  expect(datedFollows(PRESENT)).toEqual(datedFollows(PRESENT));
});

test('nicknames fit into what Chat takes, one of them is hostile, and not everybody has one', () => {
  const members = Array.from({ length: 50 }, (_, index) => crowdFollower('alice', index));
  const names = [...demoAccounts, ...members].map(demoNickname);
  for (const name of names) expect(Buffer.byteLength(name ?? '')).toBeLessThanOrEqual(500);
  expect(names).toContain(undefined);
  expect(demoNickname('mallory')).toMatch(/<!channel>.*\u202E/);
  expect(new Set(members.map(demoNickname)).size).toBeGreaterThan(30);
});
