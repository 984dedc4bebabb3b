import { expect, test } from 'vitest';
import { toDigestCsv } from '../../../../src/slack/blocks/digests/digest-csv.ts';
import { reportOf, reportsOf } from '../../../digests/report/sample-readings.ts';
import { readerOf } from '../../readers.ts';

const lines = (csv: string) => csv.split('\r\n');

test('every row stands in the file, with followers gained or lost; what isn’t known is an empty cell', () => {
  const [, report] = reportsOf([
    { ann: 10, ben: 10 },
    { ann: { followers: 1234, following: 3, mutual: 1 }, ben: 'missing_account', '=cmd': 0 },
  ]);
  if (!report) throw new Error('no report');
  expect(lines(toDigestCsv(readerOf('en-US'), report))).toEqual([
    '\ufeff"Account","Name","Followers","Since last post","Last 7 days","Following","Following since last post","Mutual","Mutual since last post","Status","Reason"',
    '"ann",,1234,1224,,3,1,1,0,"read",',
    '"ben",,,,,,,,,"not read","Chat doesn’t know this account."',
    `"'=cmd",,0,,,2,,1,,"read",`,
    '',
  ]);
});

test('a change of none is 0, a loss negative', () => {
  const report = reportOf({ a: 5, b: 5 }, { week: { a: 5, b: 9 } });
  expect(lines(toDigestCsv(readerOf('en-US'), report)).slice(1, 3)).toEqual([
    '"a",,5,,0,2,,1,,"read",',
    '"b",,5,,-4,2,,1,,"read",',
  ]);
});
