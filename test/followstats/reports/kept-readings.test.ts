import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { readingsOf, reportOfReadings, withReadings } from '../../../src/followstats/reports/kept-readings.ts';
import type { Report } from '../../../src/followstats/reports/report.ts';
import { ASKED_AT, baseline, counts, reportOf } from '../../slack/blocks/reports/sample-reports.ts';
import { failed, resolvedOf } from './sample-lookups.ts';

const NOW = ASKED_AT + 600_000;
const earlier = reportOf([
  ['a', counts(11), baseline(10)],
  ['b', failed('throttled', 60007)],
  ['c', counts(33, 2, 1, 40_000)],
]);
const kept = readingsOf(earlier);
const error = new AppError('upstream_timeout', 'late');
const refreshed = (report: Report) => {
  const answer = withReadings({ kind: 'report', report }, kept, NOW);
  if (answer.kind !== 'report') throw new Error(answer.kind);
  return answer.report;
};

describe('an answer that could not be read anew', () => {
  const failure = { kind: 'failed', error, who: resolvedOf('a', 'b', 'c') } as const;

  test('is the earlier one, with its numbers, changes and time, and why there is none newer', () => {
    const answer = withReadings(failure, kept, NOW);
    expect(answer).toMatchObject({ kind: 'report', report: { askedAt: ASKED_AT, read: 2, cached: earlier.cached } });
    if (answer.kind !== 'report') return;
    expect(answer.report.rows.filter(({ lookup }) => lookup.kind === 'found')).toEqual(
      earlier.rows.filter(({ lookup }) => lookup.kind === 'found'),
    );
    // Why it had failed before is not what the others ran into now.
    expect(answer.report.rows[1]?.lookup).toEqual(failed('throttled', 60007));
    expect(answer.report.notRefreshed).toEqual({ failure: error.failure, at: NOW });
    expect(readingsOf(answer.report)).toEqual(kept);
  });

  test('is the failure where nothing was read before either', () => {
    const nothing = readingsOf(reportOf([['a', failed('throttled')]]));
    expect(withReadings(failure, nothing, NOW)).toEqual(failure);
  });

  test('is the earlier one, too, where Chat had said something of an account, with the one that was meant', () => {
    const typo = readingsOf(reportOf([['alcie', failed('missing_account', 30003)]], {}, {}, { alcie: 'alice' }));
    const answer = withReadings({ ...failure, who: resolvedOf('alcie') }, typo, NOW);
    expect(answer).toMatchObject({
      kind: 'report',
      report: { rows: [{ lookup: failed('missing_account', 30003), meant: 'alice' }], notRefreshed: { at: NOW } },
    });
  });

  test('keeps what was known last of those that had failed, unless the store knows something newer', () => {
    const before = readingsOf(
      reportOf(
        [
          ['a', counts(1)],
          ['b', failed('throttled')],
        ],
        {},
        { b: baseline(9) },
      ),
    );
    const knownAt = (readAt: number) => {
      const report = reportOf(
        [
          ['a', failed('throttled')],
          ['b', failed('throttled')],
        ],
        {},
        { b: { ...baseline(7), readAt } },
      );
      const answer = withReadings({ kind: 'report', report }, before, NOW);
      return answer.kind === 'report' && answer.report.rows[1]?.lastKnown?.followers;
    };
    expect([knownAt(ASKED_AT), knownAt(0)]).toEqual([7, 9]);
  });

  test('is so, too, where each account failed by itself', () => {
    const throttled = failed('throttled', 60007);
    const all = reportOf([
      ['a', throttled],
      ['b', throttled],
      ['c', throttled],
    ]);
    expect(refreshed(all)).toMatchObject({ read: 2, notRefreshed: { failure: throttled.failure } });
  });
});

test('beside newer numbers the earlier ones are last known, unless the store knows newer ones', () => {
  const newer = { ...baseline(34), readAt: ASKED_AT + 1000 };
  const partly = reportOf([
    ['a', failed('throttled')],
    ['b', counts(22)],
    ['c', failed('throttled')],
  ]);
  const rows = refreshed({
    ...partly,
    rows: partly.rows.map((row) => (row.account === 'c' ? { ...row, lastKnown: newer } : row)),
  }).rows;
  expect(rows.map(({ lastKnown }) => lastKnown)).toEqual([kept.accounts[0]?.reading, undefined, newer]);
  expect(refreshed(partly).notRefreshed).toBeUndefined();
});

test('a mistyped account keeps the one that was meant, also when Chat can no longer be asked about it', () => {
  const typo = readingsOf(
    reportOf(
      [
        ['alcie', failed('missing_account')],
        ['b', counts(1)],
      ],
      {},
      {},
      { alcie: 'alice' },
    ),
  );
  const report = reportOf([
    ['alcie', failed('throttled')],
    ['b', counts(2)],
  ]);
  const answer = withReadings({ kind: 'report', report }, typo, NOW);
  expect(answer).toMatchObject({ report: { rows: [{ lookup: failed('throttled'), meant: 'alice' }, {}] } });
});

test('what was shown is the same report again, unless it isn’t kept why an account couldn’t be read', () => {
  expect(reportOfReadings(kept)).toEqual(earlier);
  expect(reportOfReadings({ ...kept, accounts: kept.accounts.map(({ failure: _, ...one }) => one) })).toBeUndefined();
});

test('an account that is gone keeps its numbers as last known, and nothing else is taken for it', () => {
  const gone = reportOf([['a', failed('missing_account', 30003)]], {}, {}, { a: 'aa' });
  expect(refreshed(gone).rows).toMatchObject([{ lastKnown: kept.accounts[0]?.reading }]);
  expect(refreshed(gone).rows[0]).not.toHaveProperty('meant');
});

test('what isn’t about accounts stays as it is', () => {
  const refusal = { kind: 'refused', reason: 'no-rule', admins: [] } as const;
  expect(withReadings(refusal, kept, NOW)).toBe(refusal);
});
