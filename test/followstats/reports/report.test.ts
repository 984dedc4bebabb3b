import { expect, test } from 'vitest';
import { createReport } from '../../../src/followstats/reports/report.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import { failed, found, resolvedOf } from './sample-lookups.ts';

const ASKED_AT = 1_700_000_000_000;
const fresh = found(ASKED_AT);

const reportOf = (answers: Readonly<Record<string, Lookup>>, asked = Object.keys(answers)) =>
  createReport(resolvedOf(...asked), {
    answers: new Map(Object.entries(answers) as [AccountId, Lookup][]),
    askedAt: ASKED_AT,
  });

test('every account has a row, in the order asked and not in the order answered', () => {
  const { rows } = reportOf({ carol: fresh, alice: failed('missing_account', 30003), bob: found(ASKED_AT, 0) }, [
    'alice',
    'bob',
    'carol',
  ]);
  expect(rows).toEqual([
    { account: 'alice', lookup: failed('missing_account', 30003) },
    { account: 'bob', lookup: found(ASKED_AT, 0) },
    { account: 'carol', lookup: fresh },
  ]);
});

test('the total counts what was read; a true 0 was read', () => {
  expect(reportOf({ a: fresh, b: found(ASKED_AT, 0), c: failed('throttled', 60007) }).read).toBe(2);
});

test('what was read before the look-up came from the cache, and the oldest gives the age', () => {
  const answers = {
    a: found(ASKED_AT - 1000),
    b: found(ASKED_AT - 40_000),
    c: found(ASKED_AT),
    d: found(ASKED_AT + 5),
  };
  expect(reportOf(answers).cached).toEqual({ count: 2, oldestMs: 40_000 });
});

test('nothing cached has no age', () => {
  expect(reportOf({ a: fresh, b: failed('out_of_time') }).cached).toEqual({ count: 0, oldestMs: 0 });
});

test('accounts that failed for the same reason are one group, each group where its first account stands', () => {
  const answers = {
    a: failed('upstream_failed', 30006),
    b: failed('missing_account', 30003),
    c: fresh,
    d: failed('upstream_failed', 30006),
    e: failed('upstream_failed', 30007),
    f: failed('upstream_timeout'),
  };
  expect(reportOf(answers).failures.map(({ failure, accounts }) => [failure.upstream?.code, accounts])).toEqual([
    [30006, ['a', 'd']],
    [30003, ['b']],
    [30007, ['e']],
    [undefined, ['f']],
  ]);
});

test('failures that Chat itself explains differently are different, even with one code', () => {
  const answers = { a: failed('upstream_refused', 60023, 'odd'), b: failed('upstream_refused', 60023, 'even') };
  expect(reportOf(answers).failures).toHaveLength(2);
});

test('accounts that ran out of time are told apart by what stood in their way', () => {
  const { failure: trouble } = failed('throttled', 60007);
  const late: Lookup = { kind: 'failed', failure: { code: 'out_of_time', lastFailure: trouble } };
  const answers = { a: late, b: failed('out_of_time'), c: late };
  expect(reportOf(answers).failures.map(({ accounts }) => accounts)).toEqual([['a', 'c'], ['b']]);
});

test('a look-up of no account has an empty report', () => {
  expect(reportOf({})).toMatchObject({ rows: [], read: 0, failures: [], cached: { count: 0, oldestMs: 0 } });
});

test('answers that weren’t asked for are left out, and a missing one is a bug that shows', () => {
  expect(reportOf({ a: fresh, b: fresh }, ['b']).rows).toEqual([{ account: 'b', lookup: fresh }]);
  expect(() => reportOf({ a: fresh }, ['a', 'b'])).toThrow('without one of its accounts');
});
