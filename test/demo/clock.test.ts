import { expect, test } from 'vitest';
import { createDemoClock } from '../../src/demo/clock.ts';

test('it runs with the machine’s, and each move is announced to one listener after another before it is done', async () => {
  let machine = 1000;
  const clock = createDemoClock(() => machine);
  const heard: string[] = [];
  clock.onMove(async (aheadMs) => {
    await null;
    heard.push(`first ${aheadMs}`);
  });
  clock.onMove(async (aheadMs) => void heard.push(`second ${aheadMs}`));
  await Promise.all([clock.move(10), clock.move(5)]);
  expect(heard).toEqual(['first 10', 'second 10', 'first 15', 'second 15']);
  machine = 2000;
  expect([clock.now(), clock.aheadMs()]).toEqual([2015, 15]);
});

test('a move that a listener didn’t take rejects, and the next one is announced all the same', async () => {
  const clock = createDemoClock(() => 0);
  const heard: number[] = [];
  clock.onMove(async (aheadMs) => {
    heard.push(aheadMs);
    if (aheadMs === 1) throw new Error('gone');
  });
  await expect(clock.move(1)).rejects.toThrow('gone');
  await clock.move(2);
  expect(heard).toEqual([1, 3]);
});

test('it may begin behind the machine’s and reaches it exactly by moves; later it runs ahead', async () => {
  const clock = createDemoClock(() => 1000, -700);
  expect([clock.now(), clock.aheadMs()]).toEqual([300, -700]);
  await clock.move(200);
  await clock.move(-clock.aheadMs());
  expect([clock.now(), clock.aheadMs()]).toEqual([1000, 0]);
  await clock.move(5);
  expect([clock.now(), clock.aheadMs()]).toEqual([1005, 5]);
});

test.each([-1, Number.NaN])('it can’t be moved by %d, and goes on as it was', async (byMs) => {
  const clock = createDemoClock(() => 0, -10);
  const heard: number[] = [];
  clock.onMove(async (aheadMs) => void heard.push(aheadMs));
  await expect(clock.move(byMs)).rejects.toThrow(RangeError);
  await clock.move(10);
  expect(heard).toEqual([0]);
});
