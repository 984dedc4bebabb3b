import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOf, layOutSpan, SPANS, spanOf } from '../../../src/followstats/history/spans.ts';

const DAY_MS = 86_400_000;

test('a span is laid out in at most 14 even steps of whole days, of which the last ends now', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SPANS), fc.nat({ max: 4e12 }), (span, until) => {
      const { instants, stepMs, since } = layOutSpan(span, until);
      expect(instants.length).toBeGreaterThan(1);
      expect(instants.length).toBeLessThanOrEqual(14);
      expect(instants.at(-1)).toBe(until);
      expect(stepMs % DAY_MS).toBe(0);
      for (const [n, instant] of instants.slice(1).entries()) expect(instant - (instants[n] ?? 0)).toBe(stepMs);
      expect(until - since).toBe(daysOf(span) * DAY_MS);
      // It begins with the span, to within a day.
      expect((instants[0] ?? 0) - since).toBeLessThanOrEqual(DAY_MS);
    }),
  );
});

test.each([
  [0, '7d'],
  [7, '7d'],
  [8, '30d'],
  [90, '90d'],
  [365, '1y'],
  [9999, '1y'],
])('%d days take %s', (days, span) => {
  expect(spanOf(days)).toBe(span);
});
