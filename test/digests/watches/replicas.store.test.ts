import { expect, test } from 'vitest';
import { composeWatchDelivery } from '../../../src/digests/compose-watches.ts';
import type { AlertPost } from '../../../src/digests/watches/ports.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import type { Store } from '../../../src/store/open.ts';
import { systemTimers } from '../../../src/timers.ts';
import { ADMIN, accounts } from '../../store/contracts/askers.ts';
import { MINUTE, openAt } from '../../store/contracts/digest-scene.ts';
import { describeEngines } from '../../store/engines.ts';
import { openNew } from '../../store/new-store.ts';

const POLL = 15 * MINUTE;

/** What Slack has: every alert, by its delivery id, and what its post says. */
type Channel = Map<string, readonly string[]>;

/** One replica of several on the same store, with what it may fall over. */
function replicaOn(store: Store, channel: Channel, { now, followers }: { now: () => number; followers: () => number }) {
  const faults = { dies: false, loses: false };
  let looks = 0;
  const post = ({ run, content }: AlertPost) => {
    channel.set(run.id, [...(channel.get(run.id) ?? []), content.head === undefined ? 'head' : 'reply']);
    return { kind: 'posted', channelId: 'C0TEAM', ts: `${run.slot}.0` } as const;
  };
  const planner = composeWatchDelivery({
    store,
    lookup: async (asked) => {
      looks += 1;
      const lookup: Lookup = { kind: 'found', followers: followers(), following: 0, mutual: 0, readAt: now() };
      return new Map(asked.map((account): [AccountId, Lookup] => [account, lookup]));
    },
    prepareAlert: async (alert) => async () => {
      // A process that dies never says what became of its post.
      if (faults.dies) return new Promise(() => {});
      const posted = post(alert);
      return faults.loses ? { kind: 'no-answer' } : posted;
    },
    showHead: async () => {},
    findPost: async (run) =>
      channel.has(run.id)
        ? { kind: 'found', post: { channelId: 'C0TEAM', ts: `${run.slot}.0`, at: now() } }
        : { kind: 'not-there' },
    notifyOwner: async () => 'told',
    onCountsChanged: () => () => {},
    wakes: [store.onDigestsChanged],
    events: { onLook() {}, onAlert() {}, onAbandoned() {}, onUnheld() {}, onNotified() {}, onError() {} },
    now,
    monotonic: now,
    timers: { ...systemTimers, sleep: async () => {} },
    idleWaitMs: 20,
  });
  return { ...planner, faults, looks: () => looks };
}

describeEngines('watches on two replicas', (newStore) => {
  async function openTwo() {
    const { clock, ...store } = await openAt((now) => openNew(newStore, now));
    const spec = {
      rule: { kind: 'reaches', followers: 100 } as const,
      channelId: 'C0TEAM',
      accounts: accounts('alice'),
      lists: [],
    };
    await store.watches.create(spec, ADMIN, new Map());
    const channel: Channel = new Map();
    const world = { followers: 0 };
    const seen = { now: clock.read, followers: () => world.followers };
    const two = [replicaOn(store, channel, seen), replicaOn(store, channel, seen)] as const;
    async function passWith(followers: number, working = [...two]) {
      world.followers = followers;
      clock.now += POLL;
      await Promise.all(working.map((one) => one.settled()));
    }
    for (const one of two) one.start();
    await Promise.all(two.map((one) => one.settled()));
    return { clock, store, channel, two, passWith };
  }

  test('crossed up, hovering, falling back and crossing again is posted exactly twice, and read once a look', async () => {
    const { channel, two, passWith } = await openTwo();
    const counts = [90, 100, 99.5, 101, 100, 99, 100, 100, 101].map(Math.ceil);
    for (const count of counts) await passWith(count);
    expect([...channel.values()]).toEqual([['head'], ['reply']]);
    expect(two[0].looks() + two[1].looks()).toBe(counts.length + 1);
    await Promise.all(two.map((one) => one.stop()));
  });

  test('a lost answer is found again: still one post a crossing, and one thread', async () => {
    const { channel, two, passWith } = await openTwo();
    await passWith(90);
    for (const { faults } of two) faults.loses = true;
    await passWith(100);
    for (const { faults } of two) faults.loses = false;
    await passWith(90);
    await passWith(100);
    expect([...channel.values()]).toEqual([['head'], ['reply']]);
    await Promise.all(two.map((one) => one.stop()));
  });

  test('a replica that dies between a look and its post leaves the alert to the other', async () => {
    const { clock, store, channel, two, passWith } = await openTwo();
    await Promise.all(two.map((one) => one.stop()));
    // It kept what it saw, and died.
    clock.now += POLL;
    const [held] = await store.watches.claim(1, MINUTE);
    if (!held) throw new Error('no look is due');
    const at = clock.now;
    const state = { isArmed: false, metAt: at, from: { followers: 100, at }, latest: { followers: 100, at } };
    const alice = 'alice' as AccountId;
    const met = new Map([[alice, { followers: 100, from: { followers: 0, at: at - POLL }, at }]]);
    expect(await store.watches.finish(held, { states: new Map([[alice, state]]), met })).toBe('told');
    const heir = replicaOn(store, channel, { now: clock.read, followers: () => 100 });
    heir.start();
    await heir.settled();
    await passWith(100, []);
    await heir.settled();
    expect([...channel.values()]).toEqual([['head']]);
    // Another one dies in the middle of a look: nothing was kept, and the look is made again.
    clock.now += POLL;
    await store.watches.claim(1, MINUTE);
    clock.now += MINUTE;
    await heir.settled();
    expect(heir.looks()).toBeGreaterThanOrEqual(2);
    expect([...channel.values()]).toEqual([['head']]);
    await heir.stop();
  });
});
