import { expect, test } from 'vitest';
import { ADMIN } from './askers.ts';
import { bring, claimOne, daily, HOUR, LEASE, MINUTE, NINE, type OpenStore, openAt, openDue } from './digest-scene.ts';

const NONE = { count: 0, lateMs: 0 };

export function overdueContract(open: OpenStore): void {
  test('a slot that nobody plans is overdue since it came', async () => {
    const { clock, digests, overdueRuns } = await openAt(open);
    expect(await overdueRuns()).toEqual(NONE);
    await digests.create(daily, ADMIN);
    await digests.create(daily, ADMIN);
    clock.now = NINE;
    expect(await overdueRuns()).toEqual(NONE);
    clock.now = NINE + 20 * MINUTE;
    expect(await overdueRuns()).toEqual({ count: 2, lateMs: 20 * MINUTE });
  });

  test('a run is overdue since its slot, however often it was put off, until it ends', async () => {
    const scene = await openDue(open);
    const { clock, runs, overdueRuns } = scene;
    clock.now = NINE + 10 * MINUTE;
    const claim = await claimOne(scene);
    expect(await overdueRuns()).toEqual({ count: 1, lateMs: 10 * MINUTE });
    await runs.putOff(claim, 'throttled', HOUR);
    clock.now = NINE + 30 * MINUTE;
    expect(await overdueRuns()).toEqual({ count: 1, lateMs: 30 * MINUTE });
    clock.now = NINE + 2 * HOUR;
    await bring(scene, 'posted');
    expect(await overdueRuns()).toEqual(NONE);
  });

  test('what is posted again is overdue since that was asked for', async () => {
    const scene = await openDue(open);
    const { clock, runs, digest, overdueRuns } = scene;
    await bring(scene, 'unknown');
    clock.now = NINE + 5 * HOUR;
    expect(await overdueRuns()).toEqual(NONE);
    const [run] = await runs.log(digest.id, 1);
    await runs.postAgain(run?.id as never);
    clock.now += MINUTE + LEASE;
    expect((await overdueRuns()).lateMs).toBe(MINUTE + LEASE);
  });

  test.each(['pause', 'delete'] as const)('a digest that a person has stopped (%s) owes no post', async (deed) => {
    const { clock, digests, digest, overdueRuns } = await openDue(open);
    if (deed === 'pause') await digests.pause(digest.id, 'by-person', ADMIN);
    else await digests.delete(digest.id, ADMIN);
    clock.now = NINE + 5 * HOUR;
    expect(await overdueRuns()).toEqual(NONE);
  });
}
