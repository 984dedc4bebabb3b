import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAdaptiveRate, type Outcome } from '../../../src/lookup/budget/adaptive-rate.ts';

/** A rate of 200 a second that starts with bursts of 50, and a clock that moves when told. */
function createScene({ most = 200, burst = 50 } = {}) {
  let time = 0;
  const adaptive = createAdaptiveRate({ most, burst });

  function moveClock(ms: number): void {
    time += ms;
  }

  return {
    moveClock,
    rate: () => adaptive.rate(time),
    burst: () => adaptive.burst(time),
    restore: adaptive.restore,
    /** So many calls leave at once, the deepest of them `calls` ahead of an even spacing. */
    send: (calls: number) => Array.from({ length: calls }, (_, n) => adaptive.sent(time, n + 1)),
    end: (sent: ReturnType<typeof adaptive.sent>, outcome: Outcome) => adaptive.ended(time, sent, outcome),
    /** A burst of so many calls is answered in 30 ms, but for the first `taken` all rejected. */
    makeBurst(calls: number, taken = calls): void {
      const sent = Array.from({ length: calls }, (_, n) => adaptive.sent(time, n + 1));
      moveClock(30);
      for (const [n, one] of sent.entries()) adaptive.ended(time, one, n < taken ? 'taken' : 'rejected');
    },
    /** Calls leave evenly at the present rate for `ms`, each answered before the next; Chat grants so many a second. */
    press(ms: number, granted: number): number {
      const end = time + ms;
      let allowance = 0;
      let rejections = 0;
      while (time < end) {
        const intervalMs = 1000 / adaptive.rate(time);
        moveClock(intervalMs);
        allowance = Math.min(1, allowance + (granted * intervalMs) / 1000);
        const isTaken = allowance >= 1;
        if (isTaken) allowance -= 1;
        else rejections += 1;
        adaptive.ended(time, adaptive.sent(time, 1), isTaken ? 'taken' : 'rejected');
      }
      return rejections;
    },
  };
}

test('to begin with the rate is all that may ever be, and calm changes nothing', () => {
  const { rate, burst, moveClock } = createScene();
  moveClock(3_600_000);
  expect([rate(), burst()]).toEqual([200, 50]);
});

test('after each burst that was taken whole twice as many may leave at once, up to the calls of a window', () => {
  const { makeBurst, burst } = createScene();
  const bursts = [50, 100, 200, 200].map((calls) => {
    makeBurst(calls);
    return burst();
  });
  expect(bursts).toEqual([100, 200, 200, 200]);
});

test('a small burst says nothing of a large one', () => {
  const { makeBurst, burst } = createScene();
  for (let n = 0; n < 10; n += 1) makeBurst(25);
  expect(burst()).toBe(50);
  makeBurst(30);
  expect(burst()).toBe(60);
});

test('a burst is whole when nine of ten calls were taken and none was rejected: others may be late, or have failed', () => {
  const { send, end, burst, moveClock } = createScene();
  const sent = send(50);
  moveClock(30);
  for (const one of sent.slice(0, 5)) end(one, 'unknown');
  for (const one of sent.slice(5, 49)) end(one, 'taken');
  expect(burst()).toBe(50);
  for (const one of sent.slice(49)) end(one, 'taken');
  expect(burst()).toBe(100);
});

test.each<Outcome>(['unknown', 'unused'])('a burst of which nothing is known (%s) changes nothing', (outcome) => {
  const { send, end, burst } = createScene();
  for (const one of send(50)) end(one, outcome);
  expect(burst()).toBe(50);
});

test('a burst that is rejected is halved from what it was, and the rate stays', () => {
  const { makeBurst, rate, burst } = createScene();
  makeBurst(50);
  expect(burst()).toBe(100);
  makeBurst(60, 20);
  expect([rate(), burst()]).toEqual([200, 10]);
});

test('once a burst was rejected it is no longer doubled, but grows by a tenth a minute, up to the calls of a window', () => {
  const { makeBurst, burst, moveClock } = createScene();
  makeBurst(50, 40);
  const halved = burst();
  makeBurst(halved);
  expect(burst()).toBe(halved);
  moveClock(61_000);
  expect(burst()).toBe(Math.floor(20.5 * 1.1));
  moveClock(60_000);
  expect(burst()).toBe(Math.floor(20.5 * 1.1 ** 2));
  moveClock(100 * 60_000);
  expect(burst()).toBe(200);
});

test('with no burst left to blame it is the rate after all', () => {
  const { makeBurst, rate, burst } = createScene();
  for (const calls of [50, 24, 12, 6, 5, 5]) makeBurst(calls, 0);
  expect(burst()).toBe(4);
  expect(rate()).toBeLessThan(200);
});

test('a burst learned earlier is continued with, unless one has been learned since', () => {
  const scene = createScene();
  scene.restore(180);
  expect(scene.burst()).toBe(180);
  scene.restore(70);
  expect(scene.burst()).toBe(180);
  const small = createScene({ most: 20, burst: 20 });
  small.restore(180);
  expect(small.burst()).toBe(20);
});

test('when Chat grants 100 a second it is followed down within a second, and stays near', () => {
  const { rate, burst, press } = createScene();
  press(1000, 100);
  expect(rate()).toBeLessThan(125);
  for (let second = 0; second < 60; second += 1) {
    const rejections = press(1000, 100);
    expect(rate()).toBeGreaterThan(80);
    expect(rate()).toBeLessThan(125);
    expect(rejections).toBeLessThanOrEqual(25);
  }
  // Evenly spaced calls say nothing of bursts.
  expect(burst()).toBeGreaterThanOrEqual(50);
});

test('the rate goes up again little by little: nothing for a second, then a twentieth of the whole each second', () => {
  const { rate, press, send, end, moveClock } = createScene();
  press(2000, 100);
  const [one] = send(1);
  if (one) end(one, 'rejected');
  const low = rate();
  moveClock(1000);
  expect(rate()).toBe(low);
  moveClock(1000);
  expect(rate()).toBeCloseTo(low + 10);
  moveClock(1000);
  expect(rate()).toBeCloseTo(low + 20);
  moveClock(60_000);
  expect(rate()).toBe(200);
});

test('all the rejections of one burst are one decision: what left before the last one is old news', () => {
  const { send, end, rate, burst, moveClock } = createScene();
  const sent = send(50);
  moveClock(30);
  // In whatever order they are answered.
  for (const one of sent.toReversed()) end(one, 'rejected');
  expect([rate(), burst()]).toEqual([200, 25]);
});

test('whatever happens, it is never more than allowed and never nothing', () => {
  const outcomes = fc.constantFrom<Outcome>('taken', 'rejected', 'unknown', 'unused');
  const event = fc.record({ afterMs: fc.nat(2000), calls: fc.integer({ min: 1, max: 60 }), outcome: outcomes });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.array(event, { maxLength: 200 }), (most, events) => {
      const { send, end, rate, burst, moveClock } = createScene({ most, burst: Math.min(50, most) });
      for (const { afterMs, calls, outcome } of events) {
        const sent = send(calls);
        moveClock(afterMs);
        for (const one of sent) end(one, outcome);
        expect(rate()).toBeLessThanOrEqual(most);
        expect(rate()).toBeGreaterThanOrEqual(Math.min(2, most));
        expect(burst()).toBeLessThanOrEqual(most);
        expect(burst()).toBeGreaterThanOrEqual(Math.min(4, most));
      }
    }),
  );
});
