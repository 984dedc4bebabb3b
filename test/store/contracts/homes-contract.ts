import { expect, test } from 'vitest';
import { HOME_OPEN_MS } from '../../../src/followstats/homes.ts';
import type { Store } from '../../../src/store/open.ts';
import { ADMIN, OTHER } from './askers.ts';
import { claimOne, ENDS, hourly, LEASE, NINE, readings, START, setClock } from './digest-scene.ts';

const ANA = 'U1';
const BEN = 'U2';
const MINUTE = 60_000;

export function homesContract(open: (now?: () => number) => Promise<Store>): void {
  test('an opened Home has its first pages and no notice, whatever stood there before', async () => {
    const clock = setClock();
    const { homes } = await open(clock.read);
    expect(await homes.read(ANA)).toBeUndefined();
    await homes.turn(ANA, 'lists=2');
    await homes.tell(ANA, 'paused “它”', MINUTE);
    await homes.release(ANA, 'a view');
    expect(await homes.read(ANA)).toEqual({
      channelId: '',
      pages: 'lists=2',
      notice: { value: 'paused “它”', until: clock.now + MINUTE },
      shown: 'a view',
    });
    await homes.open(ANA, 'D1');
    expect(await homes.read(ANA)).toEqual({ channelId: 'D1', pages: '', notice: undefined, shown: '' });
  });

  test('a notice is there until it expires, and changes nothing else', async () => {
    const clock = setClock();
    const { homes } = await open(clock.read);
    await homes.open(ANA, 'D1');
    await homes.turn(ANA, 'digests=1');
    await homes.tell(ANA, 'first', MINUTE);
    await homes.tell(ANA, 'second', MINUTE);
    clock.now += MINUTE - 1;
    expect(await homes.read(ANA)).toMatchObject({ channelId: 'D1', pages: 'digests=1', notice: { value: 'second' } });
    clock.now += 1;
    expect(await homes.read(ANA)).toMatchObject({ pages: 'digests=1', notice: undefined });
  });

  test('a notice is taken away, unless another stands there by then', async () => {
    const { homes } = await open();
    await homes.turn(ANA, 'lists=1');
    await homes.tell(ANA, 'second', MINUTE);
    await homes.tell(BEN, 'first', MINUTE);
    await homes.untell(ANA, 'first');
    expect(await homes.read(ANA)).toMatchObject({ notice: { value: 'second' } });
    await homes.untell(ANA, 'second');
    expect(await homes.read(ANA)).toMatchObject({ pages: 'lists=1', notice: undefined });
    expect(await homes.read(BEN)).toMatchObject({ notice: { value: 'first' } });
  });

  test('it is open for a day after it was last used, and dropped then', async () => {
    const clock = setClock();
    const { homes } = await open(clock.read);
    await homes.open(ANA, 'D1');
    clock.now += 1000;
    await homes.open(BEN, 'D2');
    expect(await homes.openPeople()).toEqual([BEN, ANA]);
    clock.now += HOME_OPEN_MS - 1000;
    expect(await homes.openPeople()).toEqual([BEN]);
    await homes.turn(BEN, 'lists=1');
    clock.now += 1000;
    expect(await homes.prune()).toBe(1);
    expect(await homes.read(ANA)).toBeUndefined();
    expect(await homes.openPeople()).toEqual([BEN]);
  });

  test('of many who want to show it at once one may, until the lease is over or it is released, and then only those who know what is shown', async () => {
    const clock = setClock();
    const { homes } = await open(clock.read);
    expect(await homes.claim(ANA, '', LEASE)).toBe(false);
    await homes.open(ANA, 'D1');
    await homes.release(ANA, 'a view');
    const claims = await Promise.all(Array.from({ length: 10 }, () => homes.claim(ANA, 'a view', LEASE)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await homes.read(ANA)).toMatchObject({ shown: '' });
    await homes.release(ANA, 'another view');
    expect(await homes.read(ANA)).toMatchObject({ shown: 'another view' });
    expect(await homes.claim(ANA, 'a view', LEASE)).toBe(false);
    expect(await homes.claim(ANA, 'another view', LEASE)).toBe(true);
    clock.now += LEASE - 1;
    expect(await homes.claim(ANA, '', LEASE)).toBe(false);
    clock.now += 1;
    expect(await homes.claim(ANA, '', LEASE)).toBe(true);
  });

  test('every change that people see is signalled once it is there, and no other', async () => {
    const clock = setClock();
    const store = await open(clock.read);
    const { digests, runs, lists, links, grants } = store;
    let signals = 0;
    const end = store.onChanged(() => {
      signals += 1;
    });
    /** Over a server it may come a second time. */
    async function signalled(work: () => Promise<unknown>): Promise<boolean> {
      signals = 0;
      await work();
      return signals > 0;
    }
    const subject = { kind: 'person', id: ANA } as const;
    const keep = { keepAnAdmin: false };
    expect(await signalled(() => lists.create('vip' as never, [], ADMIN))).toBe(true);
    expect(await signalled(() => links.link(ANA, 'alice' as never, ADMIN))).toBe(true);
    expect(await signalled(() => grants.grant({ subject, role: 'viewer' }, ADMIN, keep))).toBe(true);
    expect(await signalled(() => grants.revoke(subject, OTHER, keep))).toBe(true);
    const digest = await digests.create(hourly, ADMIN);
    expect(await signalled(() => digests.pause(digest.id, 'by-person', OTHER))).toBe(true);
    expect(await signalled(() => digests.resume(digest.id, OTHER))).toBe(true);
    clock.now = NINE;
    expect(await signalled(() => digests.plan(9))).toBe(true);
    const claim = await claimOne(store);
    await runs.startPosting(claim, readings, LEASE);
    expect(await signalled(() => runs.finish(claim, ENDS.unknown))).toBe(true);
    expect(await signalled(() => runs.postAgain(claim.run.id))).toBe(true);
    end();
    expect(await signalled(() => digests.delete(digest.id, ADMIN))).toBe(false);
  });

  test('what changed nothing is not signalled', async () => {
    const store = await open(() => START);
    let signals = 0;
    // The embedded store signals in this process alone, and a server sends nothing that wasn't asked of it.
    store.onChanged(() => {
      signals += 1;
    });
    await store.lists.delete('none' as never, ADMIN);
    await store.homes.open(ANA, 'D1');
    await store.audit.append([{ action: 'lookup', actor: ANA, channelId: 'C1', outcome: 'done', details: {} }]);
    await store.digests.plan(9);
    const before = signals;
    await store.lists.create('vip' as never, [], ADMIN);
    expect(signals).toBeGreaterThan(before);
    expect(before).toBeLessThanOrEqual(1);
  });
}
