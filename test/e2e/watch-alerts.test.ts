import { afterEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/demo/slack/types.ts';
import { createWatchWorld, HOUR, MINUTE, type WatchWorld } from './watch-world.ts';
import { CHANNELS } from './world.ts';

let world: WatchWorld;
const open = async (...options: Parameters<typeof createWatchWorld>) => {
  world = await createWatchWorld(...options);
  return world;
};
afterEach(() => world.stop());

const POLL = 15 * MINUTE;

/** What alice has at each look, a quarter of an hour apart. */
async function lookAt(...followers: readonly number[]): Promise<void> {
  for (const count of followers) {
    world.setFollowers('alice', count);
    await world.pass(POLL);
  }
}

const firstLine = ({ text }: Message): string | undefined => text.split('\n')[0];
const updates = () => world.slack.apiCalls.filter(({ method }) => method === 'chat.update');

describe('a watch for a number of followers', () => {
  test('crossed up, hovering, falling back and crossing again tells exactly twice: a head, and one in its thread', async () => {
    await open({ watches: [{ rule: { kind: 'reaches', followers: 150 } }], fans: 160 });
    await lookAt(149, 150, 149, 151, 150, 149, 148, 149, 150, 151, 149);
    const [head, reply, ...more] = world.alerts();
    expect(more).toEqual([]);
    expect(head?.channelId).toBe(CHANNELS.community);
    expect(head?.threadTs).toBeUndefined();
    expect(head?.metadata?.event_payload).toMatchObject({ watch_id: '1' });
    expect(reply?.threadTs).toBe(head?.ts);
    expect(reply?.text).toMatch(/^🔔 alice reached 150 followers: 150 now, up from 149 on /);
    expect(reply?.text).toContain('Told again once it was at 148 or fewer and reaches 150 again.');
    expect(reply?.text).toMatch(/Watch #1 · reaches 150 followers · since .+ \(Europe\/Copenhagen\)/);
    // The head says what is so now; the alert itself stays as it was.
    expect(head?.text).toMatch(/^🔔 alice reached 150 followers: 150 now, up from 149 on /);
    expect(head?.text).toContain('🔴 alice: 149 followers, told ');
    expect(head?.metadata?.event_payload).toMatchObject({ watch_id: '1' });
  });

  test('after a day a new thread begins', async () => {
    await open({ watches: [{ rule: { kind: 'reaches', followers: 2 } }], fans: 3 });
    await lookAt(0, 2, 0);
    await world.pass(24 * HOUR);
    await lookAt(2);
    const [first, second] = world.alerts();
    expect([first?.threadTs, second?.threadTs]).toEqual([undefined, undefined]);
    expect(second?.text).toContain('alice reached 2 followers');
  });

  test('a failed reading neither tells nor arms', async () => {
    await open({ watches: [{ rule: { kind: 'reaches', followers: 2 } }], fans: 3 });
    await lookAt(2);
    world.chat.setFaults([{ kind: 'account-code', account: 'alice', code: 30_001 }]);
    await lookAt(0, 2);
    world.chat.setFaults([]);
    await lookAt(2, 3);
    expect(world.alerts()).toHaveLength(1);
    await lookAt(0, 2);
    expect(world.alerts()).toHaveLength(2);
  });
});

test('each kind of rule tells in its own words', async () => {
  await open({
    watches: [
      { rule: { kind: 'falls-below', followers: 3 } },
      { rule: { kind: 'gains', by: { unit: 'followers', size: 5 }, span: 'hour' } },
      { rule: { kind: 'loses', by: { unit: 'percent', size: 50 }, span: 'hour' } },
      { rule: { kind: 'disappears' } },
    ],
    fans: 10,
  });
  await lookAt(8, 8, 8, 8, 8, 4, 2);
  world.chat.removeAccount('alice');
  await world.pass(POLL);
  expect(world.alerts().map((alert) => firstLine(alert)?.replace(/ on .+| since .+(?=:)/, ''))).toEqual([
    '🔔 alice gained 8 followers: 0 → 8.',
    '🔔 alice lost 4 followers: 8 → 4.',
    '🔔 alice fell below 3 followers: 2 now, down from 4',
    '🔔 alice lost 2 followers: 4 → 2.',
    '🔔 alice isn’t in Chat any more. It had 2 followers',
  ]);
});

describe('delivery', () => {
  test('a watch that is muted isn’t told, and nothing of that comes afterwards', async () => {
    await open({ watches: [{ rule: { kind: 'reaches', followers: 2 } }], fans: 3 });
    await lookAt(0);
    await world.ask('/followstats watch mute 1', { personId: 'U0ANDERS001' });
    await lookAt(2, 0, 2);
    await world.pass(25 * HOUR);
    await lookAt(2);
    expect(world.alerts()).toEqual([]);
    await lookAt(0, 2);
    expect(world.alerts()).toHaveLength(1);
  });

  test('an alert whose answer was lost is found in its channel, and its thread goes on there', async () => {
    await open({ watches: [{ rule: { kind: 'reaches', followers: 2 } }], fans: 3 });
    await lookAt(0);
    world.slack.setFaults([{ kind: 'lose-answer', method: 'chat.postMessage', times: 1 }]);
    await lookAt(2);
    await world.pass(MINUTE);
    expect(world.alerts()).toHaveLength(1);
    await lookAt(0, 2);
    const [head, reply] = world.alerts();
    expect(reply?.threadTs).toBe(head?.ts);
  });

  test('an app that is stopped between a look and its alert tells once when it is back', async () => {
    await open({ watches: [{ rule: { kind: 'reaches', followers: 2 } }], fans: 3 });
    await lookAt(0);
    world.setFollowers('alice', 2);
    await world.restart(async ({ watches }) => {
      const [held] = await watches.claim(1, 60_000);
      expect(held).toBeUndefined();
    });
    await world.pass(POLL);
    await world.restart(async () => {});
    await world.pass(POLL);
    expect(world.alerts()).toHaveLength(1);
  });

  test('a channel that is closed for good pauses the watch; its owner reads that once, with the way on', async () => {
    await open({ watches: [{ rule: { kind: 'reaches', followers: 2 }, channelId: CHANNELS.withoutBot }], fans: 3 });
    await lookAt(0, 2, 0, 2);
    const paused = world.notices().filter(({ text }) => text.includes('is paused'));
    expect(paused).toHaveLength(1);
    expect(JSON.stringify(paused[0]?.blocks)).toContain('watch resume 1');
    expect(world.alerts()).toEqual([]);
  });

  test('a head that couldn’t be changed is changed at the next look, and nothing is posted for it', async () => {
    await open({ watches: [{ rule: { kind: 'reaches', followers: 2 } }], fans: 5 });
    await lookAt(0, 2);
    const before = updates().length;
    await lookAt(3, 4);
    expect(updates().length).toBeGreaterThan(before);
    expect(world.alerts()[0]?.text).toContain('alice: 4 followers');
    const same = updates().length;
    await lookAt(4, 4);
    expect(updates()).toHaveLength(same);
    expect(world.alerts()).toHaveLength(1);
  });
});
