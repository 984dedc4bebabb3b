import distance from 'damerau-levenshtein';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneTypoAway } from '../../../src/followstats/accounts/one-typo-away.ts';
import { readAccountId } from '../../../src/followstats/typed/account-id.ts';
import type { AccountId } from '../../../src/followstats/types.ts';

const account = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 32 })
  .filter((text) => text.trim() === text && text !== '')
  .map((text) => text as AccountId);

test.each([
  ['alcie', 'alice'],
  ['alic', 'alice'],
  ['allice', 'alice'],
  ['alixe', 'alice'],
  ['Alice', 'alice'],
  ['ALICE', 'alice'],
  ['alice', 'Alice'],
  ['Alcie', 'alice'],
  ['team-a', 'team_a'],
])('%s may have been meant to be %s', (typed, meant) => {
  expect(oneTypoAway(typed as AccountId)).toContain(meant);
});

test('every UserID that one typo makes of another is among them, and nothing that is none', () => {
  fc.assert(
    fc.property(account, account, (typed, other) => {
      const near = oneTypoAway(typed);
      if (typed !== other && distance(typed, other).steps === 1) expect(near).toContain(other);
      expect(near).not.toContain(typed);
      expect(new Set(near).size).toBe(near.length);
      for (const one of near) {
        expect('id' in readAccountId(one) && one.trim() === one && one !== '').toBe(true);
        expect(distance(typed.toLowerCase(), one.toLowerCase()).steps).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 30 },
  );
});

test('the other of one letter is found wherever it is', () => {
  fc.assert(
    fc.property(account, fc.nat(), fc.constantFrom('x', '_', '7'), (typed, seed, letter) => {
      const at = seed % (typed.length + 1);
      const longer = `${typed.slice(0, at)}${letter}${typed.slice(at)}`;
      if (longer.length <= 32) expect(oneTypoAway(longer as AccountId)).toContain(typed);
    }),
    { numRuns: 30 },
  );
});

test('there are never more than can be looked up at once', () => {
  for (const typed of ['a', 'Z'.repeat(32), 'aB'.repeat(16), '~'.repeat(31)]) {
    expect(oneTypoAway(typed as AccountId).length).toBeLessThanOrEqual(12_500);
  }
});
