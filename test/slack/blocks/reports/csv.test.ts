import { expect, test } from 'vitest';
import { toCsv } from '../../../../src/slack/blocks/reports/csv.ts';
import { failed } from '../../../followstats/reports/sample-lookups.ts';
import { readerOf } from '../../readers.ts';
import { baseline, counts, reportOf } from './sample-reports.ts';

const lines = (csv: string) => csv.split('\r\n');

test('a file has a BOM for Excel, a header and every row, with plain numbers', () => {
  expect(toCsv(readerOf(), reportOf([['alice', counts(1_234_567, 0, 12)]]))).toBe(
    '\ufeff"UserID","Followers","Following","Mutual","Status"\r\n"alice",1234567,0,12,"read"\r\n',
  );
});

test('the changes of all counts have columns where any is known, as plain numbers and an instant', () => {
  const report = reportOf([
    ['alice', counts(12, 0, 4), baseline(1015)],
    ['bob', counts(1)],
    ['ghost', failed('throttled')],
  ]);
  expect(lines(toCsv(readerOf(), report))).toEqual([
    '\ufeff"UserID","Followers","Following","Mutual","Change in followers","Change in following","Change in mutual","Since","Status"',
    '"alice",12,0,4,-1003,-2,3,"2026-11-22T08:30:00.000Z","read"',
    '"bob",1,2,1,,,,,"read"',
    '"ghost",,,,,,,,"Chat was asked too often"',
    '',
  ]);
});

test('a missing number is an empty cell, and the status says why', () => {
  expect(lines(toCsv(readerOf(), reportOf([['ghost', failed('missing_account', 30003)]])))[1]).toBe(
    '"ghost",,,,"no such account in Chat (30003)"',
  );
});

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@RBT#news', `"'@RBT#news"`],
  ['a;=1+1', `"a;'=1+1"`],
  ['=1,2', `"'=1,2"`],
])('%s is no formula to a spreadsheet', (id, cell) => {
  expect(lines(toCsv(readerOf(), reportOf([[id, counts(1)]])))[1]).toBe(`${cell},1,2,1,"read"`);
});

test.each([
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ["o'hara", `"o'hara"`],
])('%s is quoted, and its quotes are doubled', (id, cell) => {
  expect(lines(toCsv(readerOf(), reportOf([[id, counts(1)]])))[1]).toBe(`${cell},1,2,1,"read"`);
});

test.each(['\n=1+1', '\t=cmd', '\r\nforged,9,9,9,read'])(
  'what Chat says can forge neither a row nor a formula: %j',
  (info) => {
    const [, row, end, ...more] = lines(toCsv(readerOf(), reportOf([['bob', failed('upstream_refused', 1, info)]])));
    expect(row).toMatch(/^"bob",,,,"Chat answered with a code that is not documented \(1: “/);
    expect([end, more]).toEqual(['', []]);
  },
);
