import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvCell, writeCsv } from '../../../../src/slack/blocks/kit/csv-file.ts';
import { readCsv } from './read-csv.ts';

const NUMBER = /^-?\d+$/;
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Texts made of what separators, quotes and formulas are made of, with a few harmless letters between. */
const hostile = fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n;,"\' ab1'), maxLength: 12 });
const cell: fc.Arbitrary<CsvCell> = fc.oneof(
  { weight: 4, arbitrary: hostile },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const table = fc.array(fc.tuple(hostile, cell, cell), { minLength: 1, maxLength: 4 });

describe('a file of hostile texts', () => {
  test.each([',', ';'] as const)(
    'has no cell that a spreadsheet which splits at %s takes for a formula',
    (separator) => {
      fc.assert(
        fc.property(table, (rows) => {
          const formulas = readCsv(writeCsv(rows), separator)
            .flat()
            .filter((text) => FORMULA.test(text) && !NUMBER.test(text));
          expect(formulas).toEqual([]);
        }),
        { numRuns: 2000 },
      );
    },
  );

  test('has every row and cell in its place, and the same texts but for the added apostrophes', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const read = readCsv(writeCsv(rows), ',');
        const plain = (text: CsvCell) => String(text ?? '').replaceAll("'", '');
        expect(read.map((row) => row.map(plain))).toEqual(rows.map((row) => row.map(plain)));
      }),
    );
  });
});

test.each([
  ['a;=1+1', `"a;'=1+1"`],
  ['a; "=1+1"', `"a;' ""=1+1"""`],
  [';"\t=1', `";'""\t'=1"`],
  ['＝1+1', `"'＝1+1"`],
  ['\n=1', `"'\n'=1"`],
  ['a-b@c', '"a-b@c"'],
  ['a;b', '"a;b"'],
])('%j becomes %j', (text, written) => {
  expect(writeCsv([[text]])).toBe(`\ufeff${written}\r\n`);
});

test('numbers stay numbers', () => {
  expect(writeCsv([['a', -3, 0, undefined]])).toBe('\ufeff"a",-3,0,\r\n');
});
