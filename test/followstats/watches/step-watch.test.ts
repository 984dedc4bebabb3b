import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { armedAgainAt, SPAN_MS, type WatchRule } from '../../../src/followstats/watches/rule.ts';
import {
  type Point,
  stepWatch,
  type WatchReading,
  type WatchState,
} from '../../../src/followstats/watches/step-watch.ts';

const MINUTE = 60_000;

/** What a watch tells over some readings, a quarter of an hour apart: the followers it names, at which place. */
function told(rule: WatchRule, readings: readonly (number | 'missing' | 'failed')[], every = 15 * MINUTE) {
  const seen: Point[] = [];
  let state: WatchState | undefined;
  return readings.flatMap((one, place) => {
    const at = (place + 1) * every;
    const reading: WatchReading =
      one === 'failed'
        ? { kind: 'failed' }
        : one === 'missing'
          ? { kind: 'missing', at }
          : { kind: 'found', followers: one, at };
    const span = 'span' in rule ? SPAN_MS[rule.span] : 0;
    const step = stepWatch(
      rule,
      state,
      reading,
      seen.find((point) => point.at >= at - span),
    );
    if (reading.kind === 'found') seen.push({ followers: reading.followers, at });
    state = step.state;
    return step.met ? [[place, step.met.followers ?? 'missing', step.met.from?.followers]] : [];
  });
}

const reaches = (followers: number): WatchRule => ({ kind: 'reaches', followers });
const below = (followers: number): WatchRule => ({ kind: 'falls-below', followers });
const gains = (
  size: number,
  unit: 'followers' | 'percent' = 'followers',
  span: 'hour' | 'day' | 'week' = 'hour',
): WatchRule => ({
  kind: 'gains',
  by: { unit, size },
  span,
});
const loses = (size: number, unit: 'followers' | 'percent' = 'followers'): WatchRule => ({
  kind: 'loses',
  by: { unit, size },
  span: 'hour',
});

describe('reaches', () => {
  test('crossed up, hovering, falling back and crossing again is told exactly twice', () => {
    expect(told(reaches(1000), [980, 1000, 999, 1001, 991, 1000, 990, 995, 1000])).toEqual([
      [1, 1000, 980],
      [8, 1000, 995],
    ]);
  });
  test('what is met at the first reading isn’t told until it was left', () => {
    expect(told(reaches(1000), [1000, 1100, 1000])).toEqual([]);
    expect(told(reaches(1000), [1000, 991, 1000, 990, 1000])).toEqual([[4, 1000, 990]]);
  });
  test('a failed reading neither tells nor arms', () => {
    expect(told(reaches(10), ['failed', 9, 'failed', 10, 'failed', 10, 'failed', 9, 10])).toEqual([
      [3, 10, 9],
      [8, 10, 9],
    ]);
  });
  test('an account that is missing neither tells nor arms', () => {
    expect(told(reaches(10), [9, 'missing', 10, 'missing', 11])).toEqual([[2, 10, 9]]);
  });
  test('the smallest number is told again only after none were left', () => {
    expect(armedAgainAt({ kind: 'reaches', followers: 1 })).toBe(0);
    expect(told(reaches(1), [0, 1, 2, 1, 0, 1])).toEqual([
      [1, 1, 0],
      [5, 1, 0],
    ]);
  });
});

describe('falls below', () => {
  test('is told once, and again after 101 % and more', () => {
    expect(told(below(1000), [1000, 999, 1000, 999, 1009, 999, 1010, 999])).toEqual([
      [1, 999, 1000],
      [7, 999, 1010],
    ]);
  });
  test('the mark of a small number is above it', () => {
    expect(armedAgainAt({ kind: 'falls-below', followers: 5 })).toBe(6);
  });
});

describe('gains and loses', () => {
  test('count from the first reading of a younger watch', () => {
    expect(told(gains(10), [100, 105, 110])).toEqual([[2, 110, 100]]);
  });
  test('start anew from the count that was told', () => {
    expect(told(gains(10), [100, 110, 119, 120])).toEqual([
      [1, 110, 100],
      [3, 120, 110],
    ]);
  });
  test('compare with the oldest reading within the span alone', () => {
    // A quarter of an hour each: 40 in five quarters are less than 10 in each of four.
    expect(told(gains(40), [100, 108, 116, 124, 132, 140, 148])).toEqual([]);
    expect(told(gains(32), [100, 108, 116, 124, 132])).toEqual([[4, 132, 100]]);
  });
  test('of per cent, any gain from 0 is more', () => {
    expect(told(gains(5, 'percent'), [0, 0, 1])).toEqual([[2, 1, 0]]);
    expect(told(gains(5, 'percent'), [100, 104, 105])).toEqual([[2, 105, 100]]);
  });
  test('losses are the same downward, and a gain is none', () => {
    expect(told(loses(10), [100, 120, 95, 90])).toEqual([[3, 90, 100]]);
    expect(told(loses(50, 'percent'), [10, 20, 5])).toEqual([[2, 5, 10]]);
  });
  test('without a reading in the span nothing is told', () => {
    expect(told(gains(10), [100, 200], 2 * 3_600_000)).toEqual([]);
  });
});

describe('disappears', () => {
  const rule: WatchRule = { kind: 'disappears' };
  test('is told once, and again after it was read again', () => {
    expect(told(rule, [5, 'missing', 'missing', 'failed', 'missing', 6, 'missing'])).toEqual([
      [1, 'missing', 5],
      [6, 'missing', 6],
    ]);
  });
  test('what is gone from the start isn’t told', () => {
    expect(told(rule, ['missing', 'missing', 4, 'missing'])).toEqual([[3, 'missing', 4]]);
  });
});

test('a reading that isn’t newer than the latest changes nothing', () => {
  const { state } = stepWatch(reaches(10), undefined, { kind: 'found', followers: 9, at: 2 });
  expect(stepWatch(reaches(10), state, { kind: 'found', followers: 11, at: 2 })).toEqual({ state, met: undefined });
  expect(stepWatch(reaches(10), state, { kind: 'found', followers: 11, at: 1 })).toEqual({ state, met: undefined });
});

const counts = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.constant('failed' as const), fc.constant('missing' as const)),
  {
    maxLength: 60,
  },
);

test('between two tellings of reaches lies a reading at 99 % and less; of falls below one at 101 % and more', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 2000 }), fc.boolean(), (readings, followers, isUp) => {
      const rule = isUp ? reaches(followers) : below(followers);
      const places = told(rule, readings).map(([place]) => place as number);
      const mark = armedAgainAt(rule as never);
      for (const [n, place] of places.entries()) {
        const value = readings[place] as number;
        expect(isUp ? value >= followers : value < followers).toBe(true);
        const since = readings.slice(n === 0 ? 0 : (places[n - 1] as number) + 1, place);
        const numbers = since.filter((one) => typeof one === 'number');
        if (n > 0) expect(numbers.some((one) => (isUp ? one <= mark : one >= mark))).toBe(true);
        else expect(numbers.some((one) => (isUp ? one < followers : one >= followers))).toBe(true);
      }
    }),
  );
});

test('failed readings anywhere change nothing of what is told', () => {
  const rules = fc.constantFrom(reaches(1000), below(1000), { kind: 'disappears' } as const);
  fc.assert(
    fc.property(counts, rules, (readings, rule) => {
      const without = readings.filter((one) => one !== 'failed');
      const words = (all: typeof readings) => told(rule, all).map(([, followers, from]) => [followers, from]);
      expect(words(readings)).toEqual(words(without));
    }),
  );
});
