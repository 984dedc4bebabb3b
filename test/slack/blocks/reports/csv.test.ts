import { expect, test } from 'vitest';
import { toCsv } from '../../../../src/slack/blocks/reports/csv.ts';
import { failed } from '../../../followstats/reports/sample-lookups.ts';
import { readerOf } from '../../readers.ts';
import { baseline, counts, reportOf } from './sample-reports.ts';

const lines = (csv: string) => csv.split('\r\n');
const READ_AT = '"2026-11-23T10:30:00.000Z"';

test('a file has a BOM for Excel, and always the same columns, with plain numbers', () => {
  expect(toCsv(readerOf(), reportOf([['alice', counts(1_234_567, 0, 12)]]))).toBe(
    '\ufeff"Account","Name","Followers","Following","Mutual","Change","Since","Status","Code","Reason","Read at"\r\n' +
      `"alice",,1234567,0,12,,,"read",,,${READ_AT}\r\n`,
  );
});

test('a change has its number and since when it is; a missing number is an empty cell, and the row says why', () => {
  const report = reportOf([
    ['alice', counts(12, 0, 4), baseline(1015)],
    ['bob', counts(1)],
    ['ghost', failed('missing_account', 30003)],
    ['carol', failed('upstream_timeout')],
  ]);
  expect(lines(toCsv(readerOf(), report)).slice(1)).toEqual([
    `"alice",,12,0,4,-1003,"2026-11-22T08:30:00.000Z","read",,,${READ_AT}`,
    `"bob",,1,2,1,,,"read",,,${READ_AT}`,
    '"ghost",,,,,,,"not read",30003,"Chat doesn’t know this account.",',
    '"carol",,,,,,,"not read",,"Chat didn’t answer in time.",',
    '',
  ]);
});

test('counts that are known last say so, with their own time', () => {
  const report = reportOf([['alice', failed('throttled', 60007)]], {}, { alice: baseline(46) });
  expect(lines(toCsv(readerOf(), report))[1]).toBe(
    '"alice",,46,2,1,,,"last known",60007,"Chat is getting too many requests right now.","2026-11-22T08:30:00.000Z"',
  );
});

const cellsAfter = `,,1,2,1,,,"read",,,${READ_AT}`;

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@RBT#news', `"'@RBT#news"`],
  ['a;=1+1', `"a;'=1+1"`],
  ['=1,2', `"'=1,2"`],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ["o'hara", `"o'hara"`],
])('%s is no formula to a spreadsheet, and its quotes are doubled', (id, cell) => {
  expect(lines(toCsv(readerOf(), reportOf([[id, counts(1)]])))[1]).toBe(`${cell}${cellsAfter}`);
});

test.each(['\n=1+1', '\t=cmd', '\r\nforged,9,9,9,read'])(
  'what Chat says forges neither a row nor a formula: %j',
  (info) => {
    const [, row, end, ...more] = lines(toCsv(readerOf(), reportOf([['bob', failed('upstream_refused', 1, info)]])));
    expect(row).toBe('"bob",,,,,,,"not read",1,"Chat refused this request.",');
    expect([end, more]).toEqual(['', []]);
  },
);
