import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Message, SlackFault } from '../../src/demo/slack/types.ts';
import { accounts } from '../store/contracts/askers.ts';
import { createWatchWorld, HOUR, MINUTE, type WatchWorld } from './watch-world.ts';
import { WEBHOOK_TOKEN } from './webhook-request.ts';
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
    expect(head?.text).toContain('🔴 alice: 149 followers, rule met ');
    expect(head?.metadata?.event_payload).toMatchObject({ watch_id: '1' });
  });

  test('the head says of those for whom the rule was met from the start when it was, and not that it was told', async () => {
    const rule = { kind: 'reaches', followers: 2 } as const;
    const follows = ['fan0', 'fan1', 'fan2'].map((fan) => [fan, 'bob'] as const);
    await open({ watches: [{ rule, accounts: accounts('alice', 'bob') }], fans: 3, chat: { follows } });
    await lookAt(0, 2);
    const text = world.alerts()[0]?.text.replaceAll(/(?<= (?:on|met) ).+$/gm, '…');
    expect(text?.split('\n').slice(0, 4)).toEqual([
      '🔔 alice reached 2 followers: 2 now, up from 0 on …',
      'Now',
      '🔴 alice: 2 followers, rule met …',
      '🔴 bob: 3 followers, rule met …',
    ]);
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

test.each([
  ['gains', [0, 0, 0, 0, 0, 0, 0, 2, 4, 6, 6], 'gained 6 followers', '0 → 6'],
  ['loses', [6, 6, 6, 6, 6, 6, 6, 4, 2, 0, 0], 'lost 6 followers', '6 → 0'],
] as const)('what an account %s bit by bit within an hour is told, once', async (kind, counts, told, course) => {
  await open({ watches: [{ rule: { kind, by: { unit: 'followers', size: 6 }, span: 'hour' } }], fans: 6 });
  await lookAt(...counts);
  const alerts = world.alerts();
  expect(alerts.map((alert) => alert.text.includes(told))).toEqual([true]);
  expect(alerts[0]?.text).toContain(course);
});

describe('with webhooks', () => {
  const env = { TENCENT_WEBHOOK_TOKEN: WEBHOOK_TOKEN };

  /** Lets a second pass after the other, until so many alerts were posted. */
  async function secondsUntil(alerts: number): Promise<number> {
    const since = world.now();
    await vi.waitFor(async () => {
      await world.pass(1000);
      expect(world.alerts()).toHaveLength(alerts);
    });
    return (world.now() - since) / 1000;
  }

  test('a crossing is told within seconds of its event, once, and a burst of events is few looks', async () => {
    await open({ env, watches: [{ rule: { kind: 'reaches', followers: 100 } }] });
    await world.pass(MINUTE);
    const calls = world.countCalls.length;
    world.setFollowers('alice', 99);
    await world.chat.settleWebhooks();
    expect(world.alerts()).toEqual([]);
    world.setFollowers('alice', 120);
    await world.chat.settleWebhooks();
    expect(await secondsUntil(1)).toBeLessThan(POLL / 1000);
    expect(world.alerts()[0]?.text).toMatch(/^🔔 alice reached 100 followers: 120 now, up from \d+ on /);
    expect(world.countCalls.length - calls).toBeLessThanOrEqual(3);
    // 120 webhooks came to the app; what they said more wasn't about this rule.
    await world.pass(MINUTE);
    expect(world.alerts()).toHaveLength(1);
  });

  test('an event about others brings no look', async () => {
    await open({ env, watches: [{ rule: { kind: 'reaches', followers: 2 } }], fans: 3 });
    await world.pass(MINUTE);
    const calls = world.countCalls.length;
    world.chat.follow('bob', 'carol');
    await world.chat.settleWebhooks();
    await world.pass(MINUTE);
    expect(world.countCalls).toHaveLength(calls);
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

  test('a head is changed where the present state is different, and nothing is posted for it', async () => {
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

  test.each<[string, SlackFault]>([
    ['Slack fails', { kind: 'status', method: 'chat.update', status: 503 }],
    ['Slack has a fault of its own', { kind: 'refuse', method: 'chat.update', error: 'service_unavailable' }],
    ['Slack wants fewer calls', { kind: 'rate-limit', method: 'chat.update', retryAfterSeconds: 30 }],
    ['the answer is lost', { kind: 'lose-answer', method: 'chat.update' }],
  ])(
    'a head that couldn’t be changed, since %s, is changed at the next look, though nothing is new',
    async (_, fault) => {
      await open({ watches: [{ rule: { kind: 'reaches', followers: 2 } }], fans: 5 });
      await lookAt(0, 2);
      world.slack.setFaults([fault]);
      await lookAt(3);
      const failed = updates().length;
      world.slack.setFaults([]);
      await lookAt(3);
      expect(updates()).toHaveLength(failed + 1);
      expect(updates().at(-1)).toMatchObject({ status: 200, error: undefined });
      expect(world.alerts()).toHaveLength(1);
      expect(world.alerts()[0]?.text).toContain('alice: 3 followers');
      await lookAt(3);
      expect(updates()).toHaveLength(failed + 1);
    },
  );

  test('a head that couldn’t be changed is changed with the next alert', async () => {
    await open({ watches: [{ rule: { kind: 'gains', by: { unit: 'followers', size: 2 }, span: 'hour' } }], fans: 6 });
    await lookAt(0, 2);
    world.slack.setFaults([{ kind: 'status', method: 'chat.update', status: 503 }]);
    await lookAt(3);
    expect(world.alerts()[0]?.text).toContain('alice: 2 followers');
    world.slack.setFaults([]);
    await lookAt(5);
    const [head, reply] = world.alerts();
    expect(reply?.threadTs).toBe(head?.ts);
    expect(head?.text).toContain('alice: 5 followers');
  });

  test('a head whose text has become too long for Slack shows the present state with a shorter one', async () => {
    const long = Array.from({ length: 99 }, (_, n) => `${'long'.repeat(7)}${n}`);
    await open({
      watches: [{ rule: { kind: 'reaches', followers: 2 }, accounts: accounts('alice', ...long) }],
      chat: { accounts: ['alice', ...long, 'fan0', 'fan1', 'fan2'] },
      fans: 3,
    });
    await lookAt(0, 2);
    expect(world.alerts()[0]?.text.length).toBeGreaterThan(3900);
    world.slack.setFaults([{ kind: 'refuse-content', method: 'chat.update', error: 'msg_too_long', textOver: 3900 }]);
    await lookAt(3);
    expect(world.alerts()[0]?.text).toContain('alice: 3 followers');
    expect(world.alerts()[0]?.blocks).not.toEqual([]);
    const shown = updates().length;
    await lookAt(3);
    expect(updates()).toHaveLength(shown);
  });

  test('an alert whose thread is gone is posted in the channel, and pauses nothing', async () => {
    await open({ watches: [{ rule: { kind: 'reaches', followers: 2 } }], fans: 5 });
    await lookAt(0, 2);
    for (const round of [1, 2, 3]) {
      world.slack.setFaults([{ kind: 'refuse', method: 'chat.postMessage', error: 'thread_not_found', times: 1 }]);
      await lookAt(0, 2);
      expect(world.alerts()).toHaveLength(1 + round);
      expect(world.alerts().at(-1)?.threadTs).toBeUndefined();
    }
    expect(world.notices()).toEqual([]);
  });

  test('a head that is gone is asked about once for each change, and its thread isn’t told anything twice', async () => {
    await open({ watches: [{ rule: { kind: 'reaches', followers: 2 } }], fans: 5 });
    await lookAt(0, 2);
    world.slack.setFaults([{ kind: 'refuse', method: 'chat.update', error: 'message_not_found' }]);
    await lookAt(3);
    const failed = updates().length;
    await lookAt(3, 3);
    expect(updates()).toHaveLength(failed);
    expect(world.alerts()).toHaveLength(1);
  });
});
