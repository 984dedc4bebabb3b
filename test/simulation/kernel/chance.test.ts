import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeededChance } from './chance.ts';

const seeds = fc.nat(999_999_999);
const take = (seed: number, name?: string) => {
  const chance = createSeededChance(seed, name);
  return Array.from({ length: 20 }, () => chance.next());
};

test('equal seeds give equal numbers, others give others', () => {
  fc.assert(
    fc.property(seeds, seeds, (one, other) => {
      expect(take(one)).toEqual(take(one));
      if (one !== other) expect(take(one)).not.toEqual(take(other));
    }),
  );
});

test('numbers stay within their limits', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: -1000, max: 1000 }), fc.nat(1000), (seed, least, length) => {
      const chance = createSeededChance(seed);
      for (let n = 0; n < 20; n += 1) {
        const whole = chance.whole(least, least + length);
        expect(Number.isInteger(whole) && whole >= least && whole <= least + length).toBe(true);
        const between = chance.between(least, least + length + 1);
        expect(between >= least && between < least + length + 1).toBe(true);
      }
    }),
  );
});

test('a whole number takes both of its limits', () => {
  const chance = createSeededChance(1);
  expect(new Set(Array.from({ length: 100 }, () => chance.whole(1, 3)))).toEqual(new Set([1, 2, 3]));
});

test('what happens never or always does so, and weights are kept to', () => {
  const chance = createSeededChance(5);
  const times = (happens: () => boolean) => Array.from({ length: 2000 }, happens).filter(Boolean).length;
  expect(times(() => chance.happens(0))).toBe(0);
  expect(times(() => chance.happens(1))).toBe(2000);
  const items = [
    { name: 'rare', weight: 1 },
    { name: 'frequent', weight: 9 },
  ];
  const rare = times(() => chance.weighted(items).name === 'rare');
  expect(rare).toBeGreaterThan(100);
  expect(rare).toBeLessThan(300);
});

test('a fork goes by the seed and its name alone, whatever was taken before', () => {
  const before = createSeededChance(3).fork('weather');
  const parent = createSeededChance(3);
  parent.next();
  const after = parent.fork('weather');
  expect([after.next(), after.next()]).toEqual([before.next(), before.next()]);
  expect(createSeededChance(3).fork('kills').next()).not.toBe(createSeededChance(3).fork('weather').next());
});

test('nothing is picked from an empty list', () => {
  expect(() => createSeededChance(1).pick([])).toThrow(RangeError);
});
