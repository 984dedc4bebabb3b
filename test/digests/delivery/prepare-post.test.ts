import { expect, test } from 'vitest';
import { decidePost } from '../../../src/digests/delivery/decide-post.ts';
import type { DigestReport } from '../../../src/digests/report/digest-report.ts';
import { DAY, MONDAY, postedRun, type Reading, reportOf, reportsOf } from '../report/sample-readings.ts';

const unchanged = reportsOf([{ a: 1 }, { a: 1 }])[1] as DigestReport;
const changed = reportsOf([{ a: 1 }, { a: 2 }])[1] as DigestReport;
const yesterday = { slot: MONDAY + DAY, lastSlot: MONDAY };

test('a digest that comes always is posted, changed or not', () => {
  expect(decidePost(unchanged, { ...yesterday, onlyIfChanged: false })).toEqual({ kind: 'post' });
});

test('one that comes only when something changed is posted then, and skipped otherwise', () => {
  expect(decidePost(changed, { ...yesterday, onlyIfChanged: true })).toEqual({ kind: 'post' });
  expect(decidePost(unchanged, { ...yesterday, onlyIfChanged: true })).toEqual({ kind: 'skip' });
});

test.each([
  ['six days', 6 * DAY, 'skip'],
  ['a week to the minute', 7 * DAY, 'sign-of-life'],
  ['a week that clocks made an hour shorter', 7 * DAY - 3_600_000, 'sign-of-life'],
  ['longer', 9 * DAY, 'sign-of-life'],
])('%s after the last post an unchanged digest’s slot is decided: %3$s', (_, age, kind) => {
  expect(decidePost(unchanged, { slot: MONDAY + age, lastSlot: MONDAY, onlyIfChanged: true })).toEqual({ kind });
});

test.each<[string, Readonly<Record<string, Reading>>, object]>([
  ['nothing can be read', { a: 'missing_account', b: 'upstream_timeout' }, { kind: 'retry', code: 'upstream_timeout' }],
  ['something can be read', { a: 1, b: 'upstream_timeout' }, { kind: 'post' }],
  ['no account exists', { a: 'missing_account' }, { kind: 'post' }],
])('when %s', (_, readings, decision) => {
  expect(decidePost(reportOf(readings), { slot: MONDAY, lastSlot: undefined, onlyIfChanged: true })).toEqual(decision);
});

test('an account that is gone for good isn’t posted about again and again', () => {
  const gone = reportOf({ a: 'missing_account' });
  const still = reportOf({ a: 'missing_account' }, { at: MONDAY + DAY, last: postedRun(gone) });
  expect(decidePost(still, { ...yesterday, onlyIfChanged: true })).toEqual({ kind: 'skip' });
});
