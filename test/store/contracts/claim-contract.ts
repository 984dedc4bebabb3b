import { expect, test } from 'vitest';
import type { Claim } from '../../../src/digests/run-ports.ts';
import { ADMIN, readAudit } from './askers.ts';
import {
  bring,
  claimOne,
  DAY,
  daily,
  HOUR,
  hourly,
  LEASE,
  MINUTE,
  NINE,
  type OpenStore,
  openDue,
  readings,
  stateOf,
} from './digest-scene.ts';

export function claimContract(open: OpenStore): void {
  test('a claim says what it holds, and no other holder gets it before the lease lapses', async () => {
    const { clock, runs, digest, store } = await openDue(open);
    clock.now += 7;
    expect(await runs.nextClaim()).toEqual({ at: NINE, now: clock.now });
    const claim = await claimOne(store);
    expect(claim).toEqual({
      run: {
        ...claim.run,
        state: 'claimed',
        attempts: 1,
        firstTriedAt: clock.now,
        changedAt: clock.now,
        slot: NINE,
        dueAt: NINE,
      },
      digest: await store.digests.read(digest.id),
      token: 1,
      isPostAgain: false,
      missedBefore: 0,
    });
    expect(await runs.log(digest.id, 1)).toEqual([claim.run]);
    const lapse = clock.now + LEASE;
    expect(await runs.nextClaim()).toEqual({ at: lapse, now: clock.now });
    clock.now = lapse - 1;
    expect(await runs.claim(9, LEASE)).toEqual([]);
    expect(await runs.renew(claim, LEASE)).toBe(true);
    clock.now = lapse;
    expect(await runs.claim(9, LEASE)).toEqual([]);
    clock.now += LEASE;
    const second = await claimOne(store);
    expect(second).toMatchObject({ token: 2, run: { attempts: 2, firstTriedAt: NINE + 7 } });
  });

  test('the digest of a claim is as it is now, not as it was when the slot was planned', async () => {
    const { digests, digest, store } = await openDue(open);
    await digests.edit(digest.id, { ...daily, title: 'Edited' }, ADMIN);
    expect((await claimOne(store)).digest.title).toBe('Edited');
  });

  test('runs are claimed by when they are due, as many as asked for', async () => {
    const { clock, digests, runs } = await openDue(open, hourly);
    for (const _ of [1, 2]) await digests.create(hourly, ADMIN);
    const first = await runs.claim(1, LEASE);
    await runs.putOff(first[0] as Claim, 'throttled', 30 * MINUTE);
    clock.now = NINE + HOUR;
    await digests.plan(9);
    const claims = [...(await runs.claim(2, LEASE)), ...(await runs.claim(9, LEASE))];
    expect(claims.map(({ run }) => [run.digestId, run.slot])).toEqual([
      ['1', NINE],
      ['1', NINE + HOUR],
      ['2', NINE + HOUR],
      ['3', NINE + HOUR],
    ]);
    expect(await runs.claim(0, LEASE)).toEqual([]);
  });

  test('a run put off waits so long, keeps when it was first tried, and says why', async () => {
    const { clock, runs, digest, store } = await openDue(open);
    const claim = await claimOne(store);
    await runs.startPosting(claim, readings, LEASE);
    clock.now += 100;
    expect(await runs.putOff(claim, 'rate-limited', 1500.5)).toBe(true);
    expect(await runs.log(digest.id, 1)).toMatchObject([
      { state: 'due', reason: 'rate-limited', dueAt: clock.now + 1501, attempts: 1, firstTriedAt: NINE },
    ]);
    clock.now += 1500;
    expect(await runs.claim(1, LEASE)).toEqual([]);
    clock.now += 1;
    expect(await claimOne(store)).toMatchObject({
      token: 2,
      run: { reason: undefined, attempts: 2, firstTriedAt: NINE },
    });
  });

  test('a run that could not read its accounts keeps Chat’s own code', async () => {
    const { runs, digest, store } = await openDue(open);
    await runs.putOff(await claimOne(store), 'upstream_failed:30006', 0);
    expect(await runs.log(digest.id, 1)).toMatchObject([{ state: 'due', reason: 'upstream_failed:30006' }]);
  });

  test.each(['posting', 'unknown'] as const)(
    'a run that is %s is never handed out, however long it takes',
    async (state) => {
      const scene = await openDue(open);
      await bring(scene, state);
      scene.clock.now += 400 * DAY;
      expect(await scene.runs.claim(9, LEASE)).toEqual([]);
      expect(await scene.runs.nextClaim()).toEqual({ at: undefined, now: scene.clock.now });
      expect(await stateOf(scene, scene.digest)).toEqual([state, state === 'unknown' ? 'no-answer' : undefined]);
    },
  );

  test('a scheduled run that was tried for a day is missed', async () => {
    const scene = await openDue(open);
    const claim = await claimOne(scene);
    await scene.runs.putOff(claim, 'throttled', 0);
    scene.clock.now = NINE + DAY - 1;
    expect(await scene.runs.claim(9, LEASE)).toHaveLength(1);
    scene.clock.now += LEASE;
    expect(await scene.runs.claim(9, LEASE)).toEqual([]);
    expect(await stateOf(scene, scene.digest)).toEqual(['missed', 'down']);
  });

  test('the scheduled runs of a paused digest are skipped on the way, without costing others their turn', async () => {
    const { digests, runs, digest, store } = await openDue(open, hourly);
    const other = await digests.create(daily, ADMIN);
    await digests.pause(digest.id, 'by-person', ADMIN);
    const asked = await runs.ask(digest.id, ADMIN);
    await runs.ask(other.id, ADMIN);
    const claims = await runs.claim(2, LEASE);
    expect(claims.map(({ run, digest: { state } }) => [run.digestId, run.origin, state.kind])).toEqual([
      ['1', 'person', 'paused'],
      ['2', 'person', 'active'],
    ]);
    expect(await runs.log(digest.id, 9)).toMatchObject([
      { id: asked?.id, state: 'claimed' },
      { slot: NINE, state: 'skipped', reason: 'digest-stopped' },
    ]);
    await digests.delete(digest.id, ADMIN);
    await runs.putOff(claims[0] as Claim, 'throttled', 0);
    expect(await runs.claim(9, LEASE)).toEqual([]);
    expect(await stateOf(store, digest)).toEqual(['skipped', 'digest-stopped']);
  });

  test('a person’s run is due at once, at a slot of its own, and leaves the schedule alone', async () => {
    const { clock, digests, runs, digest, audit } = await openDue(open);
    const asked = [await runs.ask(digest.id, ADMIN), await runs.ask(digest.id, ADMIN)];
    expect(asked).toMatchObject([
      { id: `1-${NINE + 1}`, slot: NINE + 1, origin: 'person', state: 'due', dueAt: NINE },
      { slot: NINE + 2, dueAt: NINE },
    ]);
    clock.now += 5;
    expect(await runs.ask(digest.id, ADMIN)).toMatchObject({ slot: clock.now });
    expect((await digests.read(digest.id))?.nextRunAt).toBe(NINE + DAY);
    expect(await runs.claim(9, LEASE)).toHaveLength(4);
    const entries = (await readAudit(audit)).filter(({ action }) => action === 'digest-run');
    expect(entries.map(({ outcome }) => outcome)).toEqual(['allowed', 'allowed', 'allowed']);
  });
}
