import { createDemoClock } from '../../../src/demo/clock.ts';
import type { DemoTime } from '../../../src/demo/demo-time.ts';

/** A demo's time without an app: a slot at each of these instants, and what is done as each is passed. */
export function createTime({
  slots = [],
  onSlot = async () => {},
}: {
  slots?: readonly number[];
  onSlot?: () => Promise<unknown>;
} = {}) {
  const clock = createDemoClock();
  const down: number[] = [];
  let left = [...slots].toSorted((one, other) => one - other);
  const nextSlotAt = async () => left[0];
  const moveToNextSlot = async () => {
    const next = left[0];
    if (next === undefined) return;
    left = left.slice(1);
    await clock.move(Math.max(next - clock.now(), 0) + 1);
    await onSlot();
  };
  const time: DemoTime = {
    clock,
    nextSlotAt,
    moveToNextSlot,
    async move(byMs) {
      const until = clock.now() + byMs;
      for (let next = left[0]; next !== undefined && next < until; next = left[0]) await moveToNextSlot();
      await clock.move(Math.max(until - clock.now(), 0));
    },
    async beDown(byMs) {
      down.push(byMs);
      await clock.move(byMs);
    },
  };
  return { time, clock, down };
}
