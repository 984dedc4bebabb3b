import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDemoCounts, STARS } from '../../../src/demo/chat/demo-audience.ts';
import { demoAccounts } from '../../../src/demo/chat/seed.ts';
import { CREATORS } from '../../../src/demo/past/lists-and-links.ts';

const DAY = 86_400_000;
/** Any time of any day of the week. */
const present = fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2030-01-01') });

const always = (check: (followers: (id: string, day: number) => number, at: number) => void) =>
  fc.assert(
    fc.property(present, (at) => {
      const counts = createDemoCounts(at);
      check((id, day) => counts(id, at + day * DAY).followers, at);
    }),
  );

test('at the present alice has 12,480 followers, aiko 3,204,118, some have hundreds, and newcomer a true 0', () =>
  always((followers) => {
    expect(['alice', 'aiko', 'dave', 'newcomer'].map((id) => followers(id, 0))).toEqual([12_480, 3_204_118, 820, 0]);
    expect([-365, -1, 30].map((day) => followers('newcomer', day))).toEqual([0, 0, 0]);
  }));

test('all accounts but newcomer have a hundred followers at least, a year ago and in a month', () =>
  always((followers) => {
    for (const id of demoAccounts.filter((one) => one !== 'newcomer'))
      expect(Math.min(...[-365, -180, 0, 30].map((day) => followers(id, day))), id).toBeGreaterThan(100);
  }));

test('within the last week heidi takes off, grace loses most, carol passes 5,000, and bob hardly changes', () =>
  always((followers) => {
    const change = (id: string) => followers(id, 0) - followers(id, -7);
    expect(change('heidi')).toBeGreaterThan(2000);
    expect(change('grace')).toBeLessThan(-1500);
    expect(Math.abs(change('bob'))).toBeLessThan(30);
    expect([followers('carol', -7), followers('carol', 0)].map((count) => count >= 5000)).toEqual([false, true]);
    expect([followers('frank', 0), followers('frank', 7)].map((count) => count >= 20_000)).toEqual([false, true]);
  }));

test('what people say of the numbers is true: grace loses most of all at the sixth post, heidi gains most at the seventh', () => {
  const since = (followers: (id: string, day: number) => number, day: number) =>
    CREATORS.map((id) => [id, followers(id, day) - followers(id, day - 1)] as const).toSorted(([, a], [, b]) => a - b);
  // Posts come at nine; the last one is up to a day old.
  fc.assert(
    fc.property(present, fc.double({ min: 0, max: 1, noNaN: true }), (at, age) => {
      const counts = createDemoCounts(at);
      const followers = (id: string, day: number) => counts(id, at + day * DAY).followers;
      const [loser] = since(followers, -2 - age);
      expect(loser?.[0]).toBe('grace');
      expect(loser?.[1]).toBeLessThan(-100);
      const gainer = since(followers, -1 - age).at(-1);
      expect(gainer?.[0]).toBe('heidi');
      expect(gainer?.[1]).toBeGreaterThan(200);
    }),
  );
});

test('those that are followed and follow back are the relations of the stand-in, whatever the moment', () =>
  always((_, at) => {
    const counts = createDemoCounts(at);
    for (const id of Object.keys(STARS)) {
      const { following, mutual } = counts(id, at);
      expect(counts(id, at - 300 * DAY)).toMatchObject({ following, mutual });
      expect(mutual).toBeLessThanOrEqual(following);
    }
  }));

test('an account that the demo doesn’t have has no counts', () => {
  expect(() => createDemoCounts(0)('ghost', 0)).toThrow(RangeError);
});
