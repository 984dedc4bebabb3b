import { expect, test } from 'vitest';
import { createDemoAudience } from '../../src/demo/chat/demo-audience.ts';
import type { FollowChange } from '../../src/demo/chat/follow-change.ts';
import { demoAccounts } from '../../src/demo/chat/seed.ts';
import { createDemoClock } from '../../src/demo/clock.ts';
import { liveAudience } from '../../src/demo/live-audience.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PRESENT = Date.parse('2026-11-29T12:00:00Z');

test('what the webhooks tell is how the audiences went, on the way to the present and beyond', async () => {
  const told: { change: FollowChange; at: number }[] = [];
  let settled = 0;
  const chat = {
    announce: (change: FollowChange, at: number) => void told.push({ change, at }),
    settleWebhooks: async () => {
      settled = told.length;
    },
  };
  const clock = createDemoClock(() => PRESENT, -3 * DAY);
  await liveAudience({ chat, clock, present: PRESENT, since: PRESENT - 4 * DAY });
  expect(told.length).toBeGreaterThan(50);
  for (let hours = 0; hours < 5 * 24; hours += 6) {
    const [before, now] = [told.length, clock.now()];
    await clock.move(6 * HOUR);
    expect(settled).toBe(told.length);
    for (const { at } of told.slice(before)) {
      expect(at).toBeGreaterThan(now);
      expect(at).toBeLessThanOrEqual(clock.now());
    }
  }
  const sizeAt = createDemoAudience(PRESENT);
  const gain = (id: string) =>
    told.reduce(
      (sum, { change: { accounts, kind } }) => (accounts[0] === id ? sum + (kind === 'follow' ? 1 : -1) : sum),
      0,
    );
  for (const id of ['alice', 'bob', 'carol', 'frank', 'dave', 'newcomer']) {
    expect(gain(id), id).toBe(sizeAt(id, PRESENT + 2 * DAY) - sizeAt(id, PRESENT - 4 * DAY));
  }
  expect(gain('alice')).toBeGreaterThan(50);
  expect(new Set(told.flatMap(({ change }) => change.accounts)).isSubsetOf(new Set(demoAccounts))).toBe(true);
});
