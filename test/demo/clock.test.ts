import { expect, test } from 'vitest';
import { createGrowth } from '../../src/demo/chat/growth.ts';
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

test('people follow each other while it goes on, the same however it is moved', async () => {
  const accounts = ['a', 'b', 'c', 'd', 'e'];
  const follows: [string, string][][] = [[], []];
  const [day, hours] = follows.map((log) => createGrowth({ follow: (from, to) => log.push([from, to]) }, accounts));
  await day?.(24 * 3_600_000);
  for (let hour = 1; hour <= 24; hour += 1) await hours?.(hour * 3_600_000);
  expect(follows[0]?.length).toBeGreaterThan(10);
  expect(follows[1]).toEqual(follows[0]);
});
