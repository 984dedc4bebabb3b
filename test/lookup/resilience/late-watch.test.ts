import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLateWatch } from '../../../src/lookup/resilience/late-watch.ts';
import { pass, passAll } from '../virtual-time.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A watch that keeps who was told late, and when. */
function createScene() {
  const watch = createLateWatch(Date.now);
  const told: (readonly [name: string, at: number])[] = [];
  return {
    told,
    watch: (name: string, lateMs: number) => watch.watch(lateMs, () => told.push([name, Date.now()])),
    onLate: watch.watch,
  };
}

test('what is not over in time is told of, then and once', async () => {
  const { told, watch } = createScene();
  watch('a', 50);
  await pass(49);
  expect(told).toEqual([]);
  await passAll();
  expect(told).toEqual([['a', 50]]);
});

test('what is over before is never told of', async () => {
  const { told, watch } = createScene();
  const isOver = watch('a', 50);
  await pass(49);
  isOver();
  await passAll();
  expect(told).toEqual([]);
});

test('being over after it was told of, or twice, changes nothing', async () => {
  const { told, watch } = createScene();
  const isOver = watch('a', 50);
  await passAll();
  isOver();
  isOver();
  watch('b', 50);
  await passAll();
  expect(told).toEqual([
    ['a', 50],
    ['b', 100],
  ]);
});

test('those that are late are told of in the order they began, each at its own time', async () => {
  const { told, watch } = createScene();
  watch('a', 50);
  await pass(10);
  const isOver = watch('b', 50);
  await pass(10);
  watch('c', 50);
  isOver();
  await passAll();
  expect(told).toEqual([
    ['a', 50],
    ['c', 70],
  ]);
});

test('a shorter time behind a longer one is told of with it', async () => {
  const { told, watch } = createScene();
  watch('long', 50);
  watch('short', 20);
  await passAll();
  expect(told).toEqual([
    ['long', 50],
    ['short', 50],
  ]);
});

test('when the longer one is over, a shorter one behind it waits no longer than it', async () => {
  const { told, watch } = createScene();
  const isOver = watch('long', 50);
  watch('short', 20);
  isOver();
  await passAll();
  expect(told).toEqual([['short', 50]]);
});

test('what is watched while others are told of is told of in its turn, and delays nobody', async () => {
  const { told, watch, onLate } = createScene();
  onLate(50, () => watch('from within', 100));
  await pass(10);
  watch('b', 50);
  await pass(40);
  expect(vi.getTimerCount()).toBe(1);
  await passAll();
  expect(told).toEqual([
    ['b', 60],
    ['from within', 150],
  ]);
});

test('any number is served by one timer, and none is left when all is told', async () => {
  const { told, watch } = createScene();
  const areOver = Array.from({ length: 10_000 }, (_, n) => watch(String(n), 50));
  expect(vi.getTimerCount()).toBe(1);
  for (const [n, isOver] of areOver.entries()) if (n % 10 > 0) isOver();
  await passAll();
  expect(told.map(([name]) => name)).toEqual(Array.from({ length: 1000 }, (_, n) => String(n * 10)));
  expect(vi.getTimerCount()).toBe(0);
});

test('whatever begins and ends, exactly those not over in time are told of, at their time', async () => {
  const course = fc.record({ begins: fc.nat(200), takes: fc.integer({ min: 1, max: 100 }).filter((ms) => ms !== 50) });
  await fc.assert(
    fc.asyncProperty(fc.array(course, { maxLength: 30 }), async (courses) => {
      const startedAt = Date.now();
      const { told, watch } = createScene();
      for (const [n, { begins, takes }] of courses.entries()) {
        setTimeout(() => setTimeout(watch(String(n), 50), takes), begins);
      }
      await passAll();
      const late = courses.flatMap(({ begins, takes }, n) =>
        takes > 50 ? [[String(n), startedAt + begins + 50]] : [],
      );
      expect(told.toSorted()).toEqual(late.toSorted());
      expect(told.map(([, at]) => at)).toEqual(told.map(([, at]) => at).toSorted((a, b) => a - b));
      expect(vi.getTimerCount()).toBe(0);
    }),
  );
});
