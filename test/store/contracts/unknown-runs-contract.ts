import { expect, test } from 'vitest';
import type { Claim } from '../../../src/digests/run-ports.ts';
import { ADMIN } from './askers.ts';
import { bring, DAY, daily, ENDS, HOUR, LEASE, NINE, type OpenStore, openDue, POST, readings } from './digest-scene.ts';

export function unknownRunsContract(open: OpenStore): void {
  test('a post whose holder died is unknown once its lease has lapsed, and its holder learns that', async () => {
    const scene = await openDue(open);
    const { clock, runs, digest } = scene;
    const claim = await bring(scene, 'posting');
    clock.now += LEASE - 1;
    expect(await runs.abandon()).toEqual([]);
    clock.now += 1;
    const abandoned = await runs.abandon();
    expect(abandoned).toMatchObject([
      { id: claim.run.id, state: 'unknown', reason: 'holder-died', changedAt: clock.now },
    ]);
    expect(await runs.abandon()).toEqual([]);
    expect(await runs.log(digest.id, 1)).toEqual(abandoned);
    expect(await runs.finish(claim, ENDS.posted)).toBe(false);
    expect(await runs.settle(claim.run.id, 'arrived', { ...POST, ts: undefined })).toBe(true);
    expect(await runs.settle(claim.run.id, 'found', POST)).toBe(false);
    expect(await runs.log(digest.id, 1)).toMatchObject([
      { state: 'posted', reason: 'arrived', post: { ...POST, ts: undefined } },
    ]);
    expect(await runs.posted(digest.id, NINE + 1, 9)).toEqual([{ slot: NINE, postedAt: POST.at, readings }]);
  });

  test('Post again, clicked twice, makes it due once with fresh attempts, and no age or later slot ends it', async () => {
    const scene = await openDue(open);
    const { clock, digests, runs, digest } = scene;
    const { run } = await bring(scene, 'unknown');
    clock.now = NINE + 30 * HOUR;
    expect([await runs.postAgain(run.id), await runs.postAgain(run.id)]).toEqual([true, false]);
    expect((await runs.log(digest.id, 1))[0]).toMatchObject({
      state: 'due',
      reason: 'post-again',
      attempts: 0,
      firstTriedAt: undefined,
      dueAt: clock.now,
    });
    await digests.plan(9);
    const claims = await runs.claim(9, LEASE);
    expect(claims.map(({ run: one, token }) => [one.slot, one.attempts, token])).toEqual([
      [NINE + DAY, 1, 1],
      [NINE, 1, 2],
    ]);
    const again = claims.find((claim) => claim.run.id === run.id) as Claim;
    // Neither does a retry lose that its owner wants it.
    await runs.putOff(again, 'slack-unreachable', 1);
    clock.now += 9 * DAY;
    expect((await runs.claim(9, LEASE)).map(({ run: one }) => one.id)).toContain(run.id);
  });

  test('Post again of a paused digest is posted, as the owner is told', async () => {
    const scene = await openDue(open);
    const { digests, runs, digest } = scene;
    const { run } = await bring(scene, 'unknown');
    await digests.pause(digest.id, 'by-person', ADMIN);
    expect(await runs.postAgain(run.id)).toBe(true);
    const [again] = await runs.claim(9, LEASE);
    expect(again?.run.id).toBe(run.id);
    expect(await runs.startPosting(again as Claim, new Map(), LEASE)).toBe(true);
  });

  test('what an owner has to learn is handed to one, and again after the lease, until it is marked', async () => {
    const scene = await openDue(open);
    const { clock, digests, runs, digest } = scene;
    const failed = await bring(scene, 'failed');
    const other = await digests.create(daily, ADMIN);
    await runs.ask(other.id, ADMIN);
    clock.now += 1;
    await bring(scene, 'unknown');
    expect(await runs.claimNotices(1, LEASE)).toEqual([
      { run: (await runs.log(digest.id, 1))[0], digest: await digests.read(digest.id) },
    ]);
    expect(await runs.claimNotices(9, LEASE)).toMatchObject([{ run: { digestId: other.id, state: 'unknown' } }]);
    expect(await runs.claimNotices(9, LEASE)).toEqual([]);
    await runs.markNotified(failed.run.id);
    clock.now += LEASE;
    expect(await runs.claimNotices(9, LEASE)).toMatchObject([{ run: { digestId: other.id } }]);
    // There is no notice of what is known by now, nor of what is gone.
    await runs.settle((await runs.log(other.id, 1))[0]?.id as never, 'found', POST);
    clock.now += LEASE;
    expect(await runs.claimNotices(9, LEASE)).toEqual([]);
    await runs.ask(digest.id, ADMIN);
    await bring(scene, 'unknown');
    await digests.delete(digest.id, ADMIN);
    expect(await runs.claimNotices(9, LEASE)).toEqual([]);
  });

  test.each(['posted', 'skipped', 'missed'] as const)('of a run that is %s there is no notice', async (state) => {
    const scene = await openDue(open);
    await bring(scene, state);
    expect(await scene.runs.claimNotices(9, LEASE)).toEqual([]);
  });
}
