import { describe, expect, test } from 'vitest';
import type { DigestReport } from '../../../src/digests/report/digest-report.ts';
import type { DigestRow } from '../../../src/digests/report/digest-row.ts';
import { weekBaselineAt } from '../../../src/digests/report/weeks.ts';
import { DAY, MONDAY, postedRun, type Reading, reportOf, reportsOf } from './sample-readings.ts';

const last = (days: readonly Readonly<Record<string, Reading>>[]): DigestReport =>
  reportsOf(days).at(-1) as DigestReport;
const changes = (rows: readonly DigestRow[]) =>
  rows.map(({ account, sinceLast }) => [
    account,
    sinceLast.kind === 'delta' ? sinceLast.followers.by : sinceLast.reason,
  ]);

describe('against the last post', () => {
  test('a first run has no baseline, and says so of every account', () => {
    const report = reportOf({ ann: 5, ben: 'missing_account' });
    expect(changes(report.rows)).toEqual([
      ['ann', 'first-run'],
      ['ben', 'unread'],
    ]);
    expect(report).toMatchObject({ movers: [], added: [], removed: [], gone: [], crossings: [], changed: true });
    expect(report.total).toEqual({ followers: 5, sinceLast: undefined, compared: 0, isWhole: false });
    expect(report.period).toEqual({ from: undefined, to: MONDAY });
  });

  test('every account that was read both times has its delta; the others say why they have none', () => {
    const report = last([
      { up: 10, down: 10, same: 10, zero: 0, shy: 'upstream_timeout', lost: 3 },
      { up: 13, down: 6, same: 10, zero: 4, shy: 8, lost: 'throttled', fresh: 1 },
    ]);
    expect(changes(report.rows)).toEqual([
      ['up', 3],
      ['down', -4],
      ['same', 0],
      ['zero', 4],
      ['shy', 'was-unreadable'],
      ['lost', 'unread'],
      ['fresh', 'new-account'],
    ]);
    expect(report.period).toEqual({ from: MONDAY, to: MONDAY + DAY });
  });

  test('the total’s delta is over the accounts that both posts could read', () => {
    const { total } = last([
      { a: 10, b: 20, c: 'throttled' },
      { a: 15, b: 'throttled', c: 100, d: 7 },
    ]);
    expect(total).toEqual({ followers: 122, sinceLast: { by: 5, ratio: 0.5 }, compared: 1, isWhole: false });
  });

  test('the movers are the five largest changes, by size and then by per cent, in the order of the table', () => {
    const before = { a: 100, b: 100, c: 10, d: 0, e: 50, f: 70, g: 5 };
    const now = { a: 103, b: 90, c: 13, d: 3, e: 50, f: 72, g: 6 };
    expect(changes(last([before, now]).movers)).toEqual([
      ['a', 3],
      ['c', 3],
      ['d', 3],
      ['f', 2],
      ['b', -10],
    ]);
  });

  test('those that were read stand in the order of what they gained, then of their followers', () => {
    const { ranked } = last([
      { loser: 50, small: 10, big: 90, same: 7, shy: 'throttled', lost: 5 },
      { loser: 40, small: 13, big: 93, same: 7, shy: 99, lost: 'throttled', fresh: 200 },
    ]);
    expect(changes(ranked)).toEqual([
      ['big', 3],
      ['small', 3],
      ['same', 0],
      ['loser', -10],
      ['fresh', 'new-account'],
      ['shy', 'was-unreadable'],
    ]);
    expect(reportOf({ a: 1, b: 5, c: 3 }).ranked.map(({ account }) => account)).toEqual(['b', 'c', 'a']);
  });

  test.each([
    ['the same accounts', true, { a: 10, b: 'throttled' }, { a: 15, b: 'throttled' }],
    ['one that wasn’t read, and is no longer there', true, { a: 10, b: 'throttled' }, { a: 15 }],
    ['one that can’t be read now', false, { a: 10, b: 20 }, { a: 15, b: 'throttled' }],
    ['one that couldn’t be read then', false, { a: 10, b: 'throttled' }, { a: 15, b: 20 }],
    ['one that is no longer there', false, { a: 10, b: 20 }, { a: 15 }],
    ['one that is new', false, { a: 10 }, { a: 15, b: 20 }],
  ] as const)(
    'whether the total’s delta is of all that both posts add up is known: %s, %s',
    (_, isWhole, then, now) => {
      expect(last([then, now]).total.isWhole).toBe(isWhole);
    },
  );

  test('a milestone is said once, the highest that was passed, and only where no post read as many before', () => {
    const days = [
      { alice: 9990, bob: 99, carol: 'throttled', dave: 210 },
      { alice: 10_003, bob: 560, carol: 1200, dave: 150 },
      { alice: 9999, bob: 560, carol: 1300, dave: 'throttled', erin: 5000 },
      { alice: 10_001, bob: 1001, carol: 1999, dave: 230, erin: 5000 },
    ] as const;
    expect(reportsOf(days).map(({ milestones }) => milestones)).toEqual([
      [],
      [
        { account: 'alice', reached: 10_000 },
        { account: 'bob', reached: 500 },
      ],
      [],
      [{ account: 'bob', reached: 1000 }],
    ]);
  });

  test('a milestone waits for the next post that can read its account', () => {
    const days = [
      { bob: 198 },
      { bob: 'throttled' },
      { bob: 'missing_account' },
      { bob: 203 },
      { bob: 'throttled' },
      { bob: 204 },
    ];
    expect(reportsOf(days as readonly Record<string, Reading>[]).map(({ milestones }) => milestones.length)).toEqual([
      0, 0, 0, 1, 0, 0,
    ]);
  });
});

describe('against seven days ago', () => {
  const sinceWeek = (weekReadAt: number) => reportOf({ ann: 15 }, { week: { ann: 10 }, weekReadAt }).rows[0]?.sinceWeek;

  test.each([
    ['to the second', 7 * DAY],
    ['an hour less, where clocks changed', 7 * DAY - 3_600_000],
    ['a day more, when nothing was read on the day itself', 8 * DAY],
  ])('a reading of then counts: %s', (_, age) => {
    expect(sinceWeek(MONDAY - age)).toMatchObject({ kind: 'delta', followers: { by: 5, ratio: 0.5 } });
  });

  test('what is asked for as a baseline is one, when something was read right then', () => {
    expect(sinceWeek(weekBaselineAt(MONDAY))).toMatchObject({ kind: 'delta' });
    expect(sinceWeek(weekBaselineAt(MONDAY) + 1)).toMatchObject({ kind: 'none' });
  });

  test.each([
    ['younger', 6 * DAY],
    ['older', 9 * DAY],
  ])('one that is %s is no baseline', (_, age) => {
    expect(sinceWeek(MONDAY - age)).toMatchObject({ kind: 'none' });
  });

  test('an account without a reading, or unread now, has no delta', () => {
    const readings = { ann: 5, ben: 'throttled' } as const;
    const first = reportOf(readings, { week: { ben: 1 } });
    const second = reportOf(readings, { week: { ben: 1 }, last: postedRun(first) });
    const reasons = [first, second].map(({ rows }) => rows.map(({ sinceWeek: change }) => change));
    expect(reasons).toEqual([
      [
        { kind: 'none', reason: 'first-run' },
        { kind: 'none', reason: 'unread' },
      ],
      [
        { kind: 'none', reason: 'no-reading' },
        { kind: 'none', reason: 'unread' },
      ],
    ]);
  });
});

describe('accounts that come and go', () => {
  test('new in the digest, and no longer in it', () => {
    expect(
      last([
        { a: 1, b: 1 },
        { b: 1, c: 1 },
      ]),
    ).toMatchObject({ added: ['c'], removed: ['a'], changed: true });
  });

  test('gone is said once, and only of an account that was known', () => {
    const reports = reportsOf([
      { a: 1, ghost: 'missing_account' },
      { a: 'missing_account', ghost: 'missing_account' },
      { a: 'missing_account', ghost: 'missing_account' },
    ]);
    expect(reports.map(({ gone }) => gone)).toEqual([[], ['a'], []]);
    expect(reports.map(({ changed }) => changed)).toEqual([true, true, false]);
    expect(reports[2]?.failures).toHaveLength(1);
  });

  test('back is said once', () => {
    const reports = reportsOf([{ a: 1 }, { a: 'missing_account' }, { a: 4 }, { a: 4 }]);
    expect(reports.map(({ back }) => back)).toEqual([[], [], ['a'], []]);
    expect(changes(reports[2]?.rows ?? [])).toEqual([['a', 'was-unreadable']]);
    expect(reports.map(({ changed }) => changed)).toEqual([true, true, true, false]);
  });

  test('back is only said of an account that was there before; of others, that they are there now', () => {
    const reports = reportsOf([
      { a: 1, ghost: 'missing_account' },
      { a: 'missing_account', ghost: 'throttled' },
      { a: 4, ghost: 2 },
      { a: 4, ghost: 2 },
    ]);
    expect(reports.map(({ back }) => back)).toEqual([[], [], ['a'], []]);
    expect(reports.map(({ appeared }) => appeared)).toEqual([[], [], ['ghost'], []]);
  });

  test('a transient failure makes no account gone, or gone again', () => {
    const reports = reportsOf([
      { a: 1, b: 1 },
      { a: 'throttled', b: 'missing_account' },
      { a: 'missing_account', b: 'throttled' },
      { a: 'throttled', b: 'missing_account' },
      { a: 3, b: 3 },
    ]);
    expect(reports.map(({ gone }) => gone)).toEqual([[], ['b'], ['a'], [], []]);
    expect(reports.map(({ back }) => back)).toEqual([[], [], [], [], ['a', 'b']]);
  });
});

describe('what counts as changed', () => {
  const base = { a: 5, b: 'missing_account', c: 'throttled' } as const;

  test.each<[string, boolean, Readonly<Record<string, Reading>>]>([
    ['the same counts and the same failures', false, base],
    ['a moment’s trouble with an account', false, { ...base, a: 'upstream_timeout' }],
    ['another moment’s trouble', false, { ...base, c: 'out_of_time' }],
    ['one follower more', true, { ...base, a: 6 }],
    ['followers the same, following not', false, { ...base, a: { followers: 5, following: 3, mutual: 1 } }],
    ['only mutual not', false, { ...base, a: { followers: 5, following: 2, mutual: 0 } }],
    ['an account that is gone', true, { ...base, a: 'missing_account' }],
    ['an account that is refused for good', true, { ...base, a: 'rejected_account' }],
    ['an account that can be read again', true, { ...base, c: 1 }],
    ['an account more', true, { ...base, d: 1 }],
    ['an account less', true, { a: 5, b: 'missing_account' }],
    ['one account in place of another', true, { a: 5, b: 'missing_account', d: 'throttled' }],
  ])('%s: %s', (_, isChange, now) => {
    expect(last([base, now]).changed).toBe(isChange);
  });

  test('the comparison is with the last post, however many slots were skipped since', () => {
    const posted = reportOf({ a: 5 });
    const later = reportOf({ a: 6 }, { at: MONDAY + 5 * DAY, last: postedRun(posted) });
    expect(later).toMatchObject({ changed: true, period: { from: MONDAY } });
  });
});
