import { expect, test } from 'vitest';
import { createHomePace } from '../../../src/slack/home/home-pace.ts';

function openPace() {
  const clock = { now: 1000 };
  const pace = createHomePace(() => clock.now);
  const spend = (times: number, isUrgent = false) => {
    for (let n = 0; n < times; n += 1) pace.spend(isUrgent);
  };
  /** How many can be shown at this moment. */
  const countFree = () => {
    let free = 0;
    for (; pace.waitMs() === 0; free += 1) pace.spend(false);
    return free;
  };
  return { clock, pace, spend, countFree };
}

test('fifty are shown at once, and a hundred a minute after that', () => {
  const { clock, pace, countFree } = openPace();
  expect(countFree()).toBe(50);
  expect(pace.waitMs()).toBe(600);
  clock.now += 60_000;
  expect(countFree()).toBe(50);
  clock.now += 6000;
  expect(countFree()).toBe(10);
});

test('however many have just opened theirs, thirty of those who haven’t are shown at once', () => {
  const { clock, spend, countFree } = openPace();
  spend(500, true);
  expect(countFree()).toBe(30);
  spend(500, true);
  expect(countFree()).toBe(0);
  clock.now += 3_600_000;
  expect(countFree()).toBe(50);
});
