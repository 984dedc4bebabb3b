import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDescribeDelta, delta } from '../../../src/followstats/reports/delta.ts';

test.each([
  [112, 100, 'en-US', '+12 (+12%)'],
  [97, 100, 'en-US', '−3 (−3%)'],
  [100, 100, 'en-US', '0'],
  [0, 0, 'en-US', '0'],
  [5, 0, 'en-US', '+5'],
  [0, 5, 'en-US', '−5 (−100%)'],
  [1234, 1200, 'en-US', '+34 (+2.8%)'],
  [2_000_000, 1000, 'en-US', '+1,999,000 (+199,900%)'],
  [2_000_000, 1_000_000, 'de-DE', '+1.000.000 (+100\u00a0%)'],
  [1_000_001, 1_000_000, 'en-US', '+1 (< +0.1%)'],
  [999_999, 1_000_000, 'en-US', '−1 (< −0.1%)'],
])('from %2$i, %1$i reads %4$s', (now, before, locale, words) => {
  expect(createDescribeDelta(locale)(delta(now, before))).toBe(words);
});

test('a change is never written as none, nor as one in the other direction', () => {
  const describeDelta = createDescribeDelta('en-US');
  fc.assert(
    fc.property(fc.nat(4e9), fc.nat(4e9), (now, before) => {
      const words = describeDelta(delta(now, before));
      expect(words.includes('+')).toBe(now > before);
      expect(words.includes('−')).toBe(now < before);
      expect(words).not.toMatch(/[+−]0%|NaN|∞/);
      expect(Number(words.split(' ')[0]?.replaceAll(/[,+]/g, '').replace('−', '-'))).toBe(now - before);
    }),
  );
});
