import { expect, test } from 'vitest';
import type { WatchSpec } from '../../../src/digests/watches/types.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import type { WatchState } from '../../../src/followstats/watches/step-watch.ts';
import { ADMIN, accounts, OTHER } from './askers.ts';
import { HOUR, LEASE, MINUTE, type OpenStore, openAt, POST, START } from './digest-scene.ts';

const POLL = 15 * MINUTE;
const alice = 'alice' as AccountId;

const spec: WatchSpec = {
  rule: { kind: 'reaches', followers: 10 },
  channelId: 'C0TEAM',
  accounts: accounts('alice', '__proto__'),
  lists: ['vip' as never],
};
const state = (followers: number, at: number): WatchState => ({
  isArmed: followers < 10,
  metAt: followers < 10 ? undefined : at,
  from: { followers, at },
  latest: { followers, at },
});
const met = (at: number) => new Map([[alice, { followers: 10, from: { followers: 9, at: at - POLL }, at }]]);

/** What watches and their alerts promise, on either engine. */
export function watchesContract(open: OpenStore): void {
  async function openOne(states = new Map([[alice, state(9, START)]])) {
    const { clock, ...store } = await openAt(open);
    const made = await store.watches.create(spec, ADMIN, states);
    if (made === 'full') throw new Error('full');
    const look = async () => {
      const [held] = await store.watches.claim(5, LEASE);
      if (!held) throw new Error('no look is due');
      return held;
    };
    /** Finds alice at ten, which is told. */
    async function tell() {
      const held = await look();
      return store.watches.finish(held, { states: new Map([[alice, state(10, clock.now)]]), met: met(clock.now) });
    }
    return { clock, store, watch: made, look, tell, ...store };
  }

  test('a watch is read back as it was made, and a form that is sent in again makes no second', async () => {
    const { store } = await openOne();
    const rule = { kind: 'gains', by: { unit: 'percent', size: 2.5 }, span: 'week' } as const;
    const one = await store.watches.create({ ...spec, rule }, OTHER, new Map(), 'form');
    const again = await store.watches.create({ ...spec, rule }, OTHER, new Map(), 'form');
    expect(one).toMatchObject({
      id: '2',
      rule,
      ownerId: OTHER.personId,
      state: { kind: 'active' },
      mutedUntil: undefined,
    });
    expect(again).toMatchObject({ id: '2' });
    expect((await store.watches.all()).readable.map(({ id }) => id)).toEqual(['1', '2']);
    expect(await store.watches.states('1' as never)).toEqual(new Map([[alice, state(9, START)]]));
  });

  test('a look is one holder’s, comes back after a quarter of an hour, and after its lease when the holder died', async () => {
    const { store, look, clock } = await openOne();
    const held = await look();
    expect(held).toMatchObject({ watch: { id: '1' }, states: new Map([[alice, state(9, START)]]) });
    expect(await store.watches.claim(5, LEASE)).toEqual([]);
    expect(await store.watches.nextClaim()).toEqual({ at: START + LEASE, now: START });
    clock.now += LEASE;
    const next = await look();
    // The first holder has lost it.
    expect(await store.watches.renew(held, LEASE)).toBe(false);
    expect(await store.watches.finish(held, { states: new Map(), met: met(clock.now) })).toBe('lost');
    expect(await store.watches.finish(next, { states: next.states, met: new Map() })).toBe('quiet');
    expect(await store.watches.nextClaim()).toEqual({ at: START + LEASE + POLL, now: clock.now });
    expect(await store.alerts.claim(5, LEASE)).toEqual([]);
  });

  test('what is known and the alert of it are kept together, and once', async () => {
    const { store, tell, clock } = await openOne();
    expect(await tell()).toBe('told');
    expect(await store.watches.states('1' as never)).toEqual(new Map([[alice, state(10, START)]]));
    const [claim, ...more] = await store.alerts.claim(5, LEASE);
    expect(more).toEqual([]);
    expect(claim?.run).toMatchObject({ id: `1-${START}`, slot: START, origin: 'schedule' });
    expect(claim?.digest).toMatchObject({ id: '1', rule: spec.rule });
    expect(await store.alerts.content(claim?.run.id as never)).toEqual({ rule: spec.rule, met: met(clock.now) });
    expect(await store.runs.claim(5, LEASE)).toEqual([]);
  });

  test('a watch that was changed, muted or deleted since is kept as that says', async () => {
    const { store, look, watch, clock } = await openOne();
    const first = await look();
    await store.watches.edit(watch.id, { ...spec, channelId: 'C0OTHER' }, ADMIN, new Map());
    expect(await store.watches.finish(first, { states: new Map(), met: met(clock.now) })).toBe('lost');
    const second = await look();
    await store.watches.mute(watch.id, HOUR, OTHER);
    expect(
      await store.watches.finish(second, { states: new Map([[alice, state(10, clock.now)]]), met: met(clock.now) }),
    ).toBe('muted');
    expect((await store.watches.read(watch.id))?.mutedUntil).toBe(START + HOUR);
    clock.now += POLL;
    const third = await look();
    await store.watches.delete(watch.id, ADMIN);
    expect(await store.watches.finish(third, { states: new Map(), met: met(clock.now) })).toBe('lost');
    expect(await store.alerts.claim(5, LEASE)).toEqual([]);
    expect(await store.watches.restore(watch.id, ADMIN)).toBe('restored');
    // It begins anew.
    expect(await store.watches.states(watch.id)).toEqual(new Map());
    clock.now += 11 * MINUTE;
    await store.watches.delete(watch.id, ADMIN);
    clock.now += 11 * MINUTE;
    expect(await store.watches.restore(watch.id, ADMIN)).toBe('too-late');
  });

  test('another rule forgets what was known; another channel keeps it', async () => {
    const { store, watch } = await openOne();
    await store.watches.edit(
      watch.id,
      { ...spec, channelId: 'C0OTHER' },
      OTHER,
      new Map([[alice, state(1, START + 1)]]),
    );
    expect(await store.watches.states(watch.id)).toEqual(new Map([[alice, state(9, START)]]));
    await store.watches.edit(watch.id, { ...spec, rule: { kind: 'disappears' } }, OTHER, new Map());
    expect(await store.watches.states(watch.id)).toEqual(new Map());
  });

  test('an event brings a look near, but not within the gap after the last one', async () => {
    const { store, look, watch, clock } = await openOne();
    const held = await look();
    await store.watches.finish(held, { states: held.states, met: new Map() });
    await store.watches.bringForward([watch.id], 1000, 5000);
    expect((await store.watches.nextClaim()).at).toBe(START + 5000);
    clock.now += MINUTE;
    const next = await look();
    await store.watches.finish(next, { states: held.states, met: new Map() });
    clock.now += MINUTE;
    await store.watches.bringForward([watch.id], 1000, 5000);
    await store.watches.bringForward([watch.id], 1000, 5000);
    expect((await store.watches.nextClaim()).at).toBe(clock.now + 1000);
  });

  test('alerts of one watch are claimed one after the other, and the first of them heads a thread', async () => {
    const { store, tell, watch, clock } = await openOne();
    await tell();
    clock.now += POLL;
    await tell();
    const [first, ...others] = await store.alerts.claim(5, LEASE);
    if (!first) throw new Error('no alert is due');
    expect(others).toEqual([]);
    expect(await store.alerts.head(watch.id)).toBeUndefined();
    expect(await store.alerts.join(first, undefined)).toBe(true);
    await store.alerts.startPosting(first, new Map(), LEASE);
    expect(await store.alerts.claim(5, LEASE)).toEqual([]);
    await store.alerts.finish(first, { state: 'posted', reason: undefined, post: POST });
    const head = await store.alerts.head(watch.id);
    expect(head).toMatchObject({ run: first.run.id, post: POST, shown: undefined });
    const [second] = await store.alerts.claim(5, LEASE);
    if (!second || !head) throw new Error('no alert is due');
    await store.alerts.join(second, head.run);
    expect(await store.alerts.threadOf(second.run.id)).toBe(POST.ts);
    await store.alerts.markShown(head.run, 'so');
    expect((await store.alerts.head(watch.id))?.shown).toBe('so');
    // Another place begins a new thread.
    clock.now += 1;
    await store.watches.edit(watch.id, { ...spec, channelId: 'C0OTHER' }, ADMIN, new Map());
    expect(await store.alerts.head(watch.id)).toBeUndefined();
  });

  test('a rejection for good pauses the watch once, with a notice to its owner and an entry of the audit', async () => {
    const { store, tell, watch } = await openOne();
    await tell();
    const [claim] = await store.alerts.claim(5, LEASE);
    if (!claim) throw new Error('no alert is due');
    await store.alerts.startPosting(claim, new Map(), LEASE);
    await store.alerts.finish(claim, { state: 'failed', reason: 'not_in_channel' });
    expect((await store.watches.read(watch.id))?.state).toMatchObject({ kind: 'paused', reason: 'not_in_channel' });
    const [notice] = await store.alerts.claimNotices(5, LEASE);
    expect(notice).toMatchObject({ digest: { id: watch.id }, run: { state: 'failed', reason: 'not_in_channel' } });
    expect(await store.runs.claimNotices(5, LEASE)).toEqual([]);
    const [entry] = await store.audit.latest(1);
    expect(entry).toMatchObject({
      action: 'watch-pause',
      actor: 'system',
      details: { watch: '1', reason: 'not_in_channel' },
    });
    expect(await store.watches.claim(5, LEASE)).toEqual([]);
    expect(await store.watches.resume(watch.id, OTHER)).toBe(true);
    expect(await store.watches.claim(5, LEASE)).toHaveLength(1);
  });

  test('an alert whose holder died while it posted is unknown, and settled by what is found', async () => {
    const { store, tell, clock } = await openOne();
    await tell();
    const [claim] = await store.alerts.claim(5, LEASE);
    if (!claim) throw new Error('no alert is due');
    await store.alerts.startPosting(claim, new Map(), LEASE);
    clock.now += LEASE;
    expect(await store.alerts.abandon()).toMatchObject([{ id: claim.run.id, state: 'unknown', reason: 'holder-died' }]);
    expect(await store.alerts.settle(claim.run.id, 'found', POST)).toBe(true);
    expect(await store.alerts.head('1' as never)).toMatchObject({ post: POST });
    expect((await store.alerts.latest()).get('1' as never)).toMatchObject({ state: 'posted', reason: 'found' });
  });

  test('old alerts are pruned, and watches that were deleted long ago with them', async () => {
    const { store, tell, watch, clock } = await openOne();
    await tell();
    const [claim] = await store.alerts.claim(5, LEASE);
    if (!claim) throw new Error('no alert is due');
    await store.alerts.startPosting(claim, new Map(), LEASE);
    await store.alerts.finish(claim, { state: 'posted', reason: undefined, post: POST });
    await store.watches.create(spec, ADMIN, new Map());
    await store.watches.delete(watch.id, ADMIN);
    clock.now += 1000 * HOUR;
    expect(await store.alerts.prune(HOUR, 1)).toBe(1);
    expect(await store.watches.readDeleted(watch.id)).toBeUndefined();
    expect((await store.watches.all()).readable.map(({ id }) => id)).toEqual(['2']);
  });
}
