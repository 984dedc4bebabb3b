import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAdaptiveRate } from '../../../src/lookup/budget/adaptive-rate.ts';

/** A pace of 200 a second in bursts of 50, and a clock that moves when told. */
function createScene({ most = 200, burst = 50 } = {}) {
  let time = 0;
  const real = createAdaptiveRate({ most, burst });
  const pace = {
    rate: () => real.rate(time),
    burst: () => real.burst(time),
    taken: () => real.taken(time),
    rejected: (sentAt: number, sentInLastSecond: number) => real.rejected(time, sentAt, sentInLastSecond),
  };
  return {
    pace,
    now: () => time,
    moveClock: (ms: number) => {
      time += ms;
    },
    /** Calls leave at the pace's own rate for `ms`, and Chat grants so many a second of them; says how many it rejected. */
    press(ms: number, granted: number): number {
      const end = time + ms;
      let allowance = 0;
      let rejections = 0;
      while (time < end) {
        const intervalMs = 1000 / pace.rate();
        time += intervalMs;
        allowance = Math.min(1, allowance + (granted * intervalMs) / 1000);
        if (allowance >= 1) {
          allowance -= 1;
          pace.taken();
        } else {
          rejections += 1;
          pace.rejected(time, Math.ceil(pace.rate()));
        }
      }
      return rejections;
    },
  };
}

test('to begin with it is all that may ever be, and calm changes nothing', () => {
  const { pace, moveClock } = createScene();
  expect([pace.rate(), pace.burst()]).toEqual([200, 50]);
  moveClock(3_600_000);
  expect([pace.rate(), pace.burst()]).toEqual([200, 50]);
});

test('when Chat grants 100 a second it is followed down within a second, and stays near', () => {
  const { pace, press } = createScene();
  press(1000, 100);
  expect(pace.rate()).toBeLessThan(125);
  for (let second = 0; second < 60; second += 1) {
    const rejections = press(1000, 100);
    expect(pace.rate()).toBeGreaterThan(80);
    expect(pace.rate()).toBeLessThan(125);
    expect(rejections).toBeLessThanOrEqual(25);
  }
});

test('it goes up again little by little: nothing for a second, then a twentieth of the whole each second', () => {
  const { pace, press, moveClock } = createScene();
  press(2000, 100);
  pace.rejected(Number.MAX_SAFE_INTEGER, 200);
  const low = pace.rate();
  moveClock(1000);
  expect(pace.rate()).toBe(low);
  moveClock(1000);
  expect(pace.rate()).toBeCloseTo(low + 10);
  moveClock(1000);
  expect(pace.rate()).toBeCloseTo(low + 20);
  moveClock(60_000);
  expect(pace.rate()).toBe(200);
});

test('when fewer calls than the rate allows are rejected, it was the burst: that is halved, and the rate stays', () => {
  const { pace, now, moveClock } = createScene();
  const bursts: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    moveClock(10);
    pace.rejected(now(), 50);
    bursts.push(pace.burst());
  }
  expect(bursts).toEqual([25, 12, 6, 4, 4]);
  // With no burst left to blame it is the rate after all.
  expect(pace.rate()).toBeLessThan(200);
});

test('a halved burst grows again, and not beyond what it was', () => {
  const { pace, now, moveClock } = createScene();
  pace.rejected(now(), 50);
  moveClock(1000);
  expect(pace.burst()).toBe(25);
  moveClock(2000);
  expect(pace.burst()).toBe(30);
  moveClock(60_000);
  expect(pace.burst()).toBe(50);
});

test('all the rejections of one burst are one decision: what left before the last one is old news', () => {
  const { pace, now, moveClock } = createScene();
  const sentAt = now();
  moveClock(30);
  for (let n = 0; n < 50; n += 1) pace.rejected(sentAt, 50);
  expect(pace.burst()).toBe(25);
  moveClock(1);
  pace.rejected(sentAt + 29, 200);
  expect([pace.rate(), pace.burst()]).toEqual([200, 25]);
  pace.rejected(sentAt + 31, 200);
  expect(pace.rate()).toBe(180);
});

test('whatever happens, it is never more than allowed and never nothing', () => {
  const event = fc.record({ afterMs: fc.nat(2000), isTaken: fc.boolean(), ageMs: fc.nat(100), sent: fc.nat(300) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.array(event, { maxLength: 200 }), (most, events) => {
      const { pace, now, moveClock } = createScene({ most, burst: Math.min(50, most) });
      for (const { afterMs, isTaken, ageMs, sent } of events) {
        moveClock(afterMs);
        if (isTaken) pace.taken();
        else pace.rejected(now() - ageMs, sent);
        expect(pace.rate()).toBeLessThanOrEqual(most);
        expect(pace.rate()).toBeGreaterThanOrEqual(Math.min(2, most));
        expect(pace.burst()).toBeLessThanOrEqual(Math.max(4, Math.min(50, most)));
        expect(pace.burst()).toBeGreaterThanOrEqual(4);
      }
    }),
  );
});
