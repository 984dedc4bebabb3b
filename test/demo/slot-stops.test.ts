import { expect, test } from 'vitest';
import { createDemoClock } from '../../src/demo/clock.ts';
import { createDemoTime } from '../../src/demo/slot-stops.ts';

const HOUR = 3_600_000;
const START = 1_000 * HOUR;

/** An app with slots, and what it did of them: when each was worked on, by the clock. */
function openTime({ slots = [], startsAheadMs = 0 }: { slots?: readonly number[]; startsAheadMs?: number } = {}) {
  const clock = createDemoClock(() => START, startsAheadMs);
  const done: { readonly slot: number; readonly at: number }[] = [];
  const app = {
    settles: 0,
    /** Whether it plans anything at all. */
    works: true,
    nextSlot: async () => slots.find((slot) => !done.some((one) => one.slot === slot)),
    async slotsSettled() {
      app.settles += 1;
      if (!app.works) return;
      for (const slot of slots)
        if (slot <= clock.now() && !done.some((one) => one.slot === slot)) done.push({ slot, at: clock.now() });
    },
  };
  return { clock, done, app, time: createDemoTime({ clock, app }) };
}

const hours = (...all: readonly number[]): number[] => all.map((hour) => START + hour * HOUR);

test('a move stops just after every slot on the way, and ends exactly where it was to', async () => {
  const slots = hours(1, 2, 30);
  const { time, clock, done } = openTime({ slots });
  await time.move(24 * HOUR);
  expect(done.map(({ slot, at }) => [slot, at - slot])).toEqual(slots.slice(0, 2).map((slot) => [slot, 1000]));
  expect(clock.aheadMs()).toBe(24 * HOUR);
});

test('a slot right at its end is met, too, and no move goes over it', async () => {
  const [slot = 0] = hours(1);
  const { time, clock, done } = openTime({ slots: [slot] });
  await time.move(HOUR + 400);
  expect(done).toEqual([{ slot, at: slot + 400 }]);
  expect(clock.aheadMs()).toBe(HOUR + 400);
});

test('a clock that is behind catches up exactly', async () => {
  const { time, clock, done } = openTime({ slots: hours(-20, -3), startsAheadMs: -24 * HOUR });
  await time.move(-clock.aheadMs());
  expect(clock.aheadMs()).toBe(0);
  expect(done).toHaveLength(2);
});

test('it goes to just after the next slot, and nowhere when there is none', async () => {
  const [slot = 0] = hours(5);
  const { time, clock, done } = openTime({ slots: [slot] });
  expect(await time.nextSlotAt()).toBe(slot);
  await time.moveToNextSlot();
  expect(done).toEqual([{ slot, at: slot + 1000 }]);
  expect(await time.nextSlotAt()).toBeUndefined();
  await time.moveToNextSlot();
  expect(clock.now()).toBe(slot + 1000);
});

test('an app that was down meets its slots at the end of the time', async () => {
  const slots = hours(1, 2);
  const { time, clock, done } = openTime({ slots });
  await time.beDown(24 * HOUR);
  expect(clock.aheadMs()).toBe(24 * HOUR);
  expect(done.map(({ at }) => at)).toEqual([START + 24 * HOUR, START + 24 * HOUR]);
});

test('what is only just due at the end of that time is late all the same', async () => {
  const [slot = 0] = hours(24);
  const { time, clock, done } = openTime({ slots: [slot] });
  await time.beDown(24 * HOUR);
  expect(done).toEqual([{ slot, at: slot + 300_000 }]);
  const later = openTime({ slots: hours(25) });
  await later.time.beDown(24 * HOUR);
  expect([later.done, later.clock.aheadMs(), clock.aheadMs()]).toEqual([[], 24 * HOUR, 24 * HOUR + 300_000]);
});

test('moves made at once come one after the other, each once the app has done what is due', async () => {
  const { time, clock, app } = openTime({ slots: hours(1) });
  await Promise.all([time.move(HOUR / 2), time.moveToNextSlot(), time.beDown(HOUR)]);
  expect(clock.aheadMs()).toBe(2 * HOUR + 1000);
  expect(app.settles).toBeGreaterThanOrEqual(6);
});

test('a slot that the app doesn’t plan holds nothing up', async () => {
  const { time, clock, app } = openTime({ slots: hours(1) });
  app.works = false;
  await time.move(3 * HOUR);
  expect(clock.aheadMs()).toBe(3 * HOUR);
});

test('a move that takes too long goes the rest of the way without stops', async () => {
  const { clock, app, done } = openTime({ slots: hours(1, 2, 3) });
  await createDemoTime({ clock, app, stoppingMs: 0 }).move(4 * HOUR);
  expect(clock.aheadMs()).toBe(4 * HOUR);
  expect(done.map(({ at }) => at)).toEqual(hours(4, 4, 4));
});

test('an app that never has done is waited for in vain only for a while', async () => {
  const { clock, app } = openTime({ slots: hours(1) });
  const hanging = { ...app, slotsSettled: () => new Promise<void>(() => {}) };
  await createDemoTime({ clock, app: hanging, patienceMs: 1 }).moveToNextSlot();
  expect(clock.aheadMs()).toBe(HOUR + 1000);
});

test('a move that failed rejects, and the next is made all the same', async () => {
  const { clock, app } = openTime();
  let isAway = true;
  const nextSlot = async () => {
    if (isAway) throw new Error('the store is away');
    return undefined;
  };
  const time = createDemoTime({ clock, app: { ...app, nextSlot } });
  await expect(time.move(HOUR)).rejects.toThrow('the store is away');
  isAway = false;
  await time.move(HOUR);
  expect(clock.aheadMs()).toBe(HOUR);
});
