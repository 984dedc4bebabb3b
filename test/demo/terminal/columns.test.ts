import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, pad, wrap } from '../../../src/demo/terminal/columns.ts';

test.each<readonly [text: string, columns: number]>([
  ['abc', 3],
  ['日本語', 6],
  ['한국어', 6],
  ['👩‍👩‍👧', 2],
  ['🇸🇬', 2],
  ['é', 1],
  ['–', 1],
  ['', 0],
])('%s takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

test('lines break between words, long words anywhere, and given breaks stay', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  expect(wrap('a\n\nb', 4)).toEqual(['a', '', 'b']);
  expect(wrap('日本語', 4)).toEqual(['日本', '語']);
});

test('no line is too wide, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 2, max: 40 }), (text, width) => {
      const lines = wrap(text, width);
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(/[ \n]/g, ''));
    }),
  );
});

test('padding counts columns, not characters', () => {
  expect(pad('日本', 6, 'right')).toBe('日本  ');
  expect(pad('12', 4, 'left')).toBe('  12');
  expect(pad('12345', 4, 'left')).toBe('12345');
});
