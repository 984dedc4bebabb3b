import { expect, test } from 'vitest';
import { scheduleOf } from '../../digests/schedule/sample-schedules.ts';
import { ADMIN } from './askers.ts';
import {
  claimOne,
  DAY,
  daily,
  HOUR,
  hourly,
  LEASE,
  NINE,
  type OpenStore,
  openAt,
  openDue,
  slotsOf,
} from './digest-scene.ts';

export function planningContract(open: OpenStore): void {
  test('a slot is planned when it comes, once, and not before', async () => {
    const { clock, digests, runs } = await openAt(open);
    const { id } = await digests.create(daily, ADMIN);
    clock.now = NINE - 1;
    expect(await digests.nextPlan()).toEqual({ at: NINE, now: NINE - 1 });
    expect(await digests.plan(10)).toBe(0);
    clock.now = NINE;
    expect(await digests.plan(10)).toBe(1);
    expect(await digests.plan(10)).toBe(0);
    expect(await runs.log(id, 9)).toEqual([
      {
        id: `1-${NINE}`,
        digestId: '1',
        slot: NINE,
        origin: 'schedule',
        state: 'due',
        reason: undefined,
        attempts: 0,
        firstTriedAt: undefined,
        dueAt: NINE,
        changedAt: NINE,
        post: undefined,
      },
    ]);
    expect(await digests.nextPlan()).toEqual({ at: NINE + DAY, now: NINE });
  });

  test('of slots missed while down the latest is due, and the others are recorded', async () => {
    const store = await openAt(open);
    const { id } = await store.digests.create(hourly, ADMIN);
    store.clock.now = NINE + 3 * HOUR + 5;
    expect(await store.digests.plan(10)).toBe(1);
    expect(await slotsOf(store, id)).toEqual([
      [NINE, 'missed', 'down'],
      [NINE + HOUR, 'missed', 'down'],
      [NINE + 2 * HOUR, 'missed', 'down'],
      [NINE + 3 * HOUR, 'due', undefined],
    ]);
    expect((await claimOne(store)).missedBefore).toBe(3);
  });

  test('a digest that was down for weeks is planned over and again, each slot once', async () => {
    const store = await openAt(open);
    const { id } = await store.digests.create(hourly, ADMIN);
    const hours = 450;
    store.clock.now = NINE + (hours - 1) * HOUR;
    let plans = 0;
    while ((await store.digests.plan(10)) > 0) plans += 1;
    expect(plans).toBeGreaterThan(1);
    const slots = await slotsOf(store, id);
    expect(slots).toHaveLength(hours);
    expect(slots.filter(([, state]) => state === 'due')).toEqual([[store.clock.now, 'due', undefined]]);
    expect((await claimOne(store)).missedBefore).toBe(hours - 1);
  });

  test('a slot of a day ago is only recorded', async () => {
    const store = await openAt(open);
    const weekly = { ...daily, schedule: scheduleOf('0 9 * * 1') };
    const { id } = await store.digests.create(weekly, ADMIN);
    store.clock.now = NINE + DAY;
    expect(await store.digests.plan(10)).toBe(1);
    expect(await slotsOf(store, id)).toEqual([[NINE, 'missed', 'down']]);
    expect((await store.digests.read(id))?.nextRunAt).toBe(NINE + 7 * DAY);
    expect(await store.runs.claim(9, LEASE)).toEqual([]);
  });

  test('the next slot overtakes what has no holder; retries and what a person asked for stay', async () => {
    const { clock, store, digest } = await openDue(open, hourly);
    const { digests, runs } = store;
    await runs.putOff(await claimOne(store), 'throttled', 2 * HOUR); // 9:00 is being retried
    clock.now = NINE + HOUR;
    await digests.plan(1);
    await claimOne(store); // 10:00 is claimed, and its holder dies
    clock.now = NINE + HOUR + LEASE;
    await runs.ask(digest.id, ADMIN);
    clock.now = NINE + 2 * HOUR - 1;
    expect(await slotsOf(store, digest.id)).toMatchObject([
      [NINE, 'due', 'throttled'],
      [NINE + HOUR, 'claimed', undefined],
      [NINE + HOUR + LEASE, 'due', undefined],
    ]);
    clock.now = NINE + 3 * HOUR;
    await digests.plan(1);
    expect(await slotsOf(store, digest.id)).toEqual([
      [NINE, 'due', 'throttled'],
      [NINE + HOUR, 'missed', 'down'],
      [NINE + HOUR + LEASE, 'due', undefined],
      [NINE + 2 * HOUR, 'missed', 'down'],
      [NINE + 3 * HOUR, 'due', undefined],
    ]);
    clock.now = NINE + 4 * HOUR;
    await digests.plan(1);
    expect((await slotsOf(store, digest.id)).slice(-2)).toEqual([
      [NINE + 3 * HOUR, 'missed', 'down'],
      [NINE + 4 * HOUR, 'due', undefined],
    ]);
  });

  test('a slot that was planned before an edit keeps its run', async () => {
    const { clock, store, digest } = await openDue(open, hourly);
    await store.digests.edit(digest.id, daily, ADMIN);
    clock.now = NINE - 1;
    // The clock of another database after a failover: the slot comes a second time.
    expect(await store.digests.edit(digest.id, hourly, ADMIN)).toMatchObject({ nextRunAt: NINE });
    clock.now = NINE;
    const { run } = await claimOne(store);
    expect(await store.digests.plan(1)).toBe(1);
    expect(await store.runs.log(digest.id, 9)).toEqual([run]);
  });

  test('a plan takes no more digests than asked, the longest due first', async () => {
    const { clock, digests, runs } = await openAt(open);
    const times = ['30 10 * * *', '0 9 * * *', '0 11 * * *'];
    for (const time of times) await digests.create({ ...daily, schedule: scheduleOf(time) }, ADMIN);
    clock.now = NINE + 5 * HOUR;
    const planned: (readonly string[])[] = [];
    for (const limit of [1, 1, 5]) {
      await digests.plan(limit);
      const claims = await runs.claim(9, LEASE);
      planned.push(claims.map(({ digest }) => digest.id));
    }
    expect(planned).toEqual([['2'], ['1'], ['3']]);
  });
}
