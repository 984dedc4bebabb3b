import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toChart } from '../../../../src/slack/blocks/kit/chart.ts';

function namesOf(...names: readonly string[]): readonly string[] {
  const series = names.map((name) => ({ name, values: [1] }));
  const content = { kind: 'line', title: 't', categories: ['c'], xLabel: 'x', yLabel: 'y' } as const;
  return toChart({ ...content, series }).chart.series.map(({ name }) => name);
}

test.each<[names: readonly string[], labels: readonly string[]]>([
  [
    ['alice', 'bob'],
    ['alice', 'bob'],
  ],
  [['a-name-of-more-than-twenty'], ['a-name-of-more-than…']],
  [
    ['same-prefix-of-twenty-a', 'x', 'same-prefix-of-twenty-b'],
    ['same-pref…f-twenty-a', 'x', 'same-pref…f-twenty-b'],
  ],
  [
    ['same-begin-of-twenty-1-same-ending', 'same-begin-of-twenty-2-same-ending'],
    ['same-begi…ame-ending', 'same-beg…me-ending 2'],
  ],
  [
    ['same', 'same'],
    ['same', 'same 2'],
  ],
])('%j', (names, labels) => {
  expect(namesOf(...names)).toEqual(labels);
});

test('all labels differ, fit, and are whole characters', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme-composite', maxLength: 60 }),
    fc.constantFrom('a', 'b').map((end) => `${'👩‍👩‍👧‍👦'.repeat(4)}${'x'.repeat(20)}${end}`),
    fc.constantFrom('a', 'b').map((end) => `${'x'.repeat(30)}${end}`),
  );
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 14 }), (names) => {
      const shown = namesOf(...names);
      expect(new Set(shown).size).toBe(names.length);
      for (const label of shown) {
        expect(label.length).toBeLessThanOrEqual(20);
        expect(label.length).toBeGreaterThan(0);
        expect(label.isWellFormed()).toBe(true);
      }
    }),
  );
});
