import { expect, test } from 'vitest';
import { RESTORABLE_MS } from '../../../src/digests/restoring.ts';
import type { RunEnd } from '../../../src/digests/run-ports.ts';

import { ADMIN, accounts } from './askers.ts';
import {
  claimOne,
  DAY,
  daily,
  ENDS,
  HOUR,
  LEASE,
  MINUTE,
  NINE,
  type OpenStore,
  openDue,
  POST,
  readings,
} from './digest-scene.ts';

export function runLogContract(open: OpenStore): void {
  test('the last posts before a slot come oldest first with what they said; the last is the baseline', async () => {
    const { clock, runs, digest, store } = await openDue(open);
    const slots: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const claim = await claimOne(store);
      await runs.startPosting(claim, n % 2 ? new Map() : readings, LEASE);
      await runs.finish(
        claim,
        n === 3 ? ENDS.failed : ({ ...ENDS.posted, post: { ...POST, at: clock.now + 1 } } as RunEnd),
      );
      if (n !== 3) slots.push(claim.run.slot);
      clock.now += HOUR;
      await runs.ask(digest.id, ADMIN);
    }
    const [a, b, c, d] = slots as [number, number, number, number];
    const posted = await runs.posted(digest.id, clock.now, 3);
    expect(posted.map(({ slot, postedAt, readings: said }) => [slot, postedAt, said.size])).toEqual([
      [b, b + 1, 0],
      [c, c + 1, readings.size],
      [d, d + 1, readings.size],
    ]);
    expect(posted[2]?.readings).toEqual(readings);
    expect((await runs.posted(digest.id, b, 3)).map(({ slot }) => slot)).toEqual([a]);
    expect(await runs.posted('99' as never, clock.now, 3)).toEqual([]);
  });

  test('what five hundred accounts were is kept as it was', async () => {
    const { runs, digest, store } = await openDue(open);
    const many = new Map(
      accounts(...Array.from({ length: 500 }, (_, n) => `account-${n}`)).map((account, n) => [
        account,
        {
          kind: 'read',
          counts: { followers: n * 1_000_003, following: n, mutual: 0 },
          thresholdBaseline: n,
          mostFollowers: n * 1_000_003,
        } as const,
      ]),
    );
    const claim = await claimOne(store);
    await runs.startPosting(claim, many, LEASE);
    await runs.finish(claim, ENDS.posted);
    expect((await runs.posted(digest.id, NINE + 1, 1))[0]?.readings).toEqual(many);
  });

  test('the latest run of each digest that is over is found, whatever waits after it', async () => {
    const { clock, digests, runs, digest, store } = await openDue(open);
    const other = await digests.create(daily, ADMIN);
    const gone = await digests.create(daily, ADMIN);
    expect([...(await runs.latest())]).toEqual([]);
    for (const state of ['failed', 'posted', 'unknown'] as const) {
      const claim = await claimOne(store);
      await runs.startPosting(claim, readings, LEASE);
      await runs.finish(claim, ENDS[state]);
      clock.now += MINUTE;
      await runs.ask(digest.id, ADMIN);
    }
    await runs.ask(gone.id, ADMIN);
    await digests.delete(gone.id, ADMIN);
    const latest = await runs.latest();
    expect([...latest].map(([id, { state }]) => [id, state])).toEqual([[digest.id, 'unknown']]);
    expect(latest.get(digest.id)).toEqual((await runs.log(digest.id, 9)).find(({ state }) => state === 'unknown'));
    expect(latest.get(other.id)).toBeUndefined();
  });

  test('what can still be restored is kept, with its last posts, however short the retention is', async () => {
    const { clock, digests, runs, digest, store } = await openDue(open);
    const claim = await claimOne(store);
    await runs.startPosting(claim, readings, LEASE);
    await runs.finish(claim, ENDS.posted);
    await digests.create(daily, ADMIN);
    await digests.delete(digest.id, ADMIN);
    clock.now += RESTORABLE_MS - 1;
    expect(await runs.prune(0, 2)).toBe(0);
    expect(await digests.restore(digest.id, ADMIN)).toBe('restored');
    await digests.delete(digest.id, ADMIN);
    clock.now += RESTORABLE_MS;
    expect(await runs.prune(0, 2)).toBe(1);
    expect(await digests.readDeleted(digest.id)).toBeUndefined();
  });

  test('final runs are forgotten after the retention, but the last posts of each digest', async () => {
    const { clock, digests, runs, digest, store } = await openDue(open);
    const ends = ['posted', 'failed', 'posted', 'skipped', 'posted', 'unknown'] as const;
    for (const [n, state] of ends.entries()) {
      if (n > 0) await runs.ask(digest.id, ADMIN);
      const claim = await claimOne(store);
      if (state !== 'skipped') await runs.startPosting(claim, readings, LEASE);
      await runs.finish(claim, ENDS[state]);
      clock.now += MINUTE;
    }
    await runs.ask(digest.id, ADMIN);
    const retention = 10 * DAY;
    clock.now += retention - MINUTE;
    const states = async () => (await runs.log(digest.id, 99)).map(({ state }) => state).toReversed();
    expect(await runs.prune(retention, 2)).toBe(3);
    expect(await states()).toEqual(['posted', 'posted', 'unknown', 'due']);
    expect(await runs.prune(retention, 2)).toBe(0);
    expect(await runs.prune(retention, 1)).toBe(1);
    const unknown = (await runs.log(digest.id, 99)).find(({ state }) => state === 'unknown');
    await runs.settle(unknown?.id as never, 'found', POST);
    await digests.delete(digest.id, ADMIN);
    clock.now += retention + 1;
    // Of a digest that is gone nothing stays, but its number.
    expect(await runs.prune(retention, 2)).toBe(3);
    expect(await states()).toEqual([]);
    expect((await digests.create(daily, ADMIN)).id).toBe('2');
    expect(await runs.prune(retention, 2)).toBe(0);
  });
}
