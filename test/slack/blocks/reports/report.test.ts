import { describe, expect, test } from 'vitest';
import type { Report } from '../../../../src/followstats/reports/report.ts';
import { failed, whoOf } from '../../../followstats/reports/sample-lookups.ts';
import { objectsIn, read } from '../read-rendering.ts';
import { ASKED_AT, baseline, bigReport, counts, reportOf, show } from './sample-reports.ts';

const HOUR_MS = 3_600_000;
const mixed = reportOf(
  [
    ['alice', counts(1_234_567, 0, 0, 40_000)],
    ['ghost', failed('missing_account', 30003)],
    ['bob', counts(12, 7, 3)],
  ],
  { unlinked: ['U1'] },
);

describe('one account', () => {
  test('is one line, with its change and since when', () => {
    const report = reportOf([['alice', counts(12_480, 310, 295), baseline(12_444)]]);
    expect(read(show(report))).toMatchInlineSnapshot(`
      "alice · 12,480 followers (+36 since Sunday) · 310 following · 295 mutual
      [ Refresh ] [ Share ] [ Open account ] [ History ]
      As of 10:30."
    `);
    expect(show(report).text).toMatchInlineSnapshot(`
      "alice · 12,480 followers (+36 since Sunday) · 310 following · 295 mutual
      As of 10:30."
    `);
  });

  test.each([
    [1, baseline(4), ' (−3 since Sunday)'],
    [1, baseline(1), ' (no change since Sunday)'],
    [1, undefined, ''],
  ])('of %i follower reads so after %j', (followers, before, change) => {
    expect(show(reportOf([['a', counts(followers, 1, 1), before]])).text).toMatch(
      `a · 1 follower${change} · 1 following · 1 mutual`,
    );
  });

  test('that couldn’t be read is only its line, with its last counts', () => {
    const report = reportOf([['alice', failed('throttled', 60007)]], {}, { alice: baseline(46, 2 * HOUR_MS) });
    expect(read(show(report, { admins: ['U1'], role: 'viewer' }))).toMatchInlineSnapshot(`
      "⚠ alice: Chat is getting too many requests right now. Last known: 46 followers, 2 following, 1
      mutual (today 08:30). Try again in a minute, or tell @U1. 60007
      [ Try again ] [ Open account ] [ History ]"
    `);
  });
});

test('an account that Chat knew before isn’t taken for a mistyped one', () => {
  const gone = reportOf([['alice', failed('missing_account', 30003)]], {}, { alice: baseline(46, 2 * HOUR_MS) });
  for (const role of ['viewer', 'admin'] as const) {
    expect(show(gone, { admins: [], role }).text).toContain('It may have been deleted from Chat.');
    expect(show(gone, { admins: [], role }).text).not.toContain('spelling');
  }
});

test('several are a table of those that were read; the others stand below it, a line each', () => {
  expect(read(show(mixed))).toMatchInlineSnapshot(`
    "2 accounts
    ┌─────────┬───────────┬───────────┬────────┐
    │ Account │ Followers │ Following │ Mutual │
    ├─────────┼───────────┼───────────┼────────┤
    │ alice   │ 1,234,567 │         0 │      0 │
    │ bob     │        12 │         7 │      3 │
    └─────────┴───────────┴───────────┴────────┘
    ⚠ ghost: Chat doesn’t know this account. Check the spelling and case. 30003
    @U1 isn’t linked to an account yet.
    [ Refresh ] [ Share ] [ Open account: alice, bob ]
    As of 10:30. 1 account comes from the cache and is 40 seconds old."
  `);
});

test('the table says how many followers more or fewer, and its caption since when', () => {
  const changed = reportOf([
    ['alice', counts(1_234_567, 0, 0), baseline(1_234_555)],
    ['bob', counts(12, 7, 3), baseline(15, HOUR_MS)],
    ['carol', counts(5)],
    ['dave', counts(5), baseline(5)],
  ]);
  expect(read(show(changed))).toMatchInlineSnapshot(`
    "4 accounts · change since Sunday or later
    ┌─────────┬───────────┬────────┬───────────┬────────┐
    │ Account │ Followers │ Change │ Following │ Mutual │
    ├─────────┼───────────┼────────┼───────────┼────────┤
    │ alice   │ 1,234,567 │    +12 │         0 │      0 │
    │ bob     │        12 │     −3 │         7 │      3 │
    │ carol   │         5 │      – │         2 │      1 │
    │ dave    │         5 │      0 │         2 │      1 │
    └─────────┴───────────┴────────┴───────────┴────────┘
    [ Refresh ] [ Share ] [ Open account: alice, bob, carol, dave ]
    As of 10:30."
  `);
  expect(show(changed).text).toMatchInlineSnapshot(`
    "alice · 1,234,567 followers (+12 since Sunday) · 0 following · 0 mutual
    bob · 12 followers (−3 since 09:30) · 7 following · 3 mutual
    carol · 5 followers · 2 following · 1 mutual
    dave · 5 followers (no change since Sunday) · 2 following · 1 mutual
    As of 10:30."
  `);
  expect(read(show(changed), 1)).toMatchInlineSnapshot(`
    "4 accounts · change since Sunday or later
    ┌─────────┬───────────┬────────┬───────────┬────────┐
    │ Account │ Followers │ Change │ Following │ Mutual │
    ├─────────┼───────────┼────────┼───────────┼────────┤
    │ alice   │ 1,234,567 │    +12 │         0 │      0 │
    │ bob     │        12 │     −3 │         7 │      3 │
    │ carol   │         5 │      – │         2 │      1 │
    │ dave    │         5 │      0 │         2 │      1 │
    └─────────┴───────────┴────────┴───────────┴────────┘
    [ Refresh ] [ Share ] [ Open account: alice, bob, carol, dave ]
    As of 10:30."
  `);
  expect(read(show(changed), 2)).toMatchInlineSnapshot(`
    "4 accounts · change since Sunday or later
      Account  Followers  Change  Following  Mutual
      alice    1,234,567     +12          0       0
      bob             12      −3          7       3
      carol            5       –          2       1
      dave             5       0          2       1
    [ Refresh ] [ Share ] [ Open account: alice, bob, carol, dave ]
    As of 10:30."
  `);
});

test('more than five that failed for one reason share a line; the text names all of them', () => {
  const report = bigReport(14, (n) => (n < 2 ? counts(n) : failed('missing_account', 30003)));
  expect(read(show(report))).toMatchInlineSnapshot(`
    "2 accounts
    ┌─────────┬───────────┬───────────┬────────┐
    │ Account │ Followers │ Following │ Mutual │
    ├─────────┼───────────┼───────────┼────────┤
    │ user_0  │         0 │         2 │      1 │
    │ user_1  │         1 │         2 │      1 │
    └─────────┴───────────┴───────────┴────────┘
    ⚠ user_2, user_3, user_4, user_5, user_6, user_7, user_8, user_9, user_10, user_11, and 2 more
    accounts: Chat doesn’t know these accounts. Check the spelling and case. 30003
    [ Refresh ] [ Share ] [ Open account: user_0, user_1 ] [ CSV ]
    As of 10:30."
  `);
  expect(show(report).text).toMatchInlineSnapshot(`
    "user_0 · 0 followers · 2 following · 1 mutual
    user_1 · 1 follower · 2 following · 1 mutual
    ⚠ user_2, user_3, user_4, user_5, user_6, user_7, user_8, user_9, user_10, user_11, user_12, and user_13: Chat doesn’t know these accounts. Check the spelling and case. 30003
    As of 10:30."
  `);
});

describe('what can be done', () => {
  const buttonsOf = (report: Report, view = {}) =>
    objectsIn(show(report, view).renderings[0]).filter(({ type }) => /^(button|.*_select)$/.test(String(type)));
  const shown = (report: Report, view = {}) =>
    buttonsOf(report, view).map(({ text, placeholder }) => ((text ?? placeholder) as { text: string }).text);

  test('is to read it again, to share it, to open an account, and from eleven accounts on to get it as a file', () => {
    expect(shown(reportOf([['a', counts(1)]]))).toEqual(['Refresh', 'Share', 'Open account', 'History']);
    expect(shown(bigReport(10, counts))).toEqual(['Refresh', 'Share', 'Open account']);
    expect(shown(bigReport(11, counts))).toEqual(['Refresh', 'Share', 'Open account', 'CSV']);
  });

  test('where nothing was read is to try again', () => {
    expect(shown(reportOf([['a', failed('upstream_timeout')]]))).toEqual(['Try again']);
  });

  test('is to open an account only of those that have counts, be they the last known', () => {
    const gone = failed('missing_account', 30003);
    const report = reportOf(
      [
        ['a', counts(1)],
        ['b', gone],
        ['c', gone],
      ],
      {},
      { c: baseline(9) },
    );
    const menu = buttonsOf(report).find(({ action_id }) => action_id === 'followstats_account');
    expect(menu?.options).toMatchObject([{ value: 'a' }, { value: 'c' }]);
  });

  test('is nothing in front of everyone, nor without what the buttons need', () => {
    expect(shown(mixed, { sharedBy: 'U1' })).toEqual([]);
    expect(shown(mixed, { buttonValue: undefined })).toEqual([]);
  });

  test('begins with its visible words, for people who speak to their computer', () => {
    for (const report of [mixed, bigReport(11, counts), reportOf([['a', failed('throttled')]], {}, {}, { a: 'b' })]) {
      for (const { text, accessibility_label: label } of buttonsOf(report)) {
        if (label !== undefined) expect(label).toMatch(new RegExp(`^${(text as { text: string }).text}`));
      }
    }
  });

  test.each([
    [1, 'button', undefined],
    [2, 'static_select', 2],
    [100, 'static_select', 100],
    [101, 'external_select', undefined],
  ])('with one of %i accounts is a %s', (size, type, options) => {
    const found = buttonsOf(bigReport(size, counts)).find(({ action_id }) => action_id === 'followstats_account');
    expect(found?.type).toBe(type);
    expect((found?.options as unknown[] | undefined)?.length).toBe(options);
  });

  test('about a mistyped account is to look up the one that was meant, and the others with it', () => {
    const report = reportOf(
      [
        ['alcie', failed('missing_account', 30003)],
        ['bob', counts(1)],
      ],
      {},
      {},
      { alcie: 'alice' },
    );
    expect(read(show(report))).toMatchInlineSnapshot(`
      "bob · 1 follower · 2 following · 1 mutual
      ⚠ alcie: Chat doesn’t know this account. Did you mean alice? 30003
      [ Look up alice ] [ Refresh ] [ Share ] [ Open account ]
      As of 10:30."
    `);
    const [first] = buttonsOf(report, { who: whoOf('alcie', 'bob') });
    expect(first).toMatchObject({ value: 'lookup alice bob', accessibility_label: 'Look up alice instead of alcie' });
  });

  test('about a mistyped account in a look-up too long for a button, or that a list held, is to look it up alone', () => {
    const report = reportOf([['alcie', failed('missing_account')]], {}, {}, { alcie: 'alice' });
    const long = Array.from({ length: 100 }, (_, n) => `a_name_of_thirty_characters_${n}`);
    for (const who of [whoOf('alcie', ...long), whoOf('bob')]) {
      expect(buttonsOf(report, { who })[0]?.value).toBe('lookup alice');
    }
  });
});

describe('an answer that was read anew', () => {
  test('says when, to the second', () => {
    expect(show(mixed, { isRefreshed: true }).text).toContain('Updated 10:30:00.');
  });

  test('in vain, when there was nothing to keep, says when that was tried', () => {
    const failedReport = reportOf([['a', failed('throttled')]]);
    expect(show(failedReport).text).not.toMatch(/10:30/);
    expect(show(failedReport, { isRefreshed: true }).text).toMatch(/\nLast tried 10:30:00\.$/);
  });

  test('in vain keeps its numbers, and says from when they are', () => {
    const notRefreshed = { failure: failed('throttled', 60007).failure, at: ASKED_AT + 65_000 };
    expect(
      read(show({ ...reportOf([['alice', counts(46)]]), notRefreshed }, { role: 'viewer', admins: ['U1'] })),
    ).toMatchInlineSnapshot(`
      "Couldn’t refresh (60007). These are from 10:30.
      alice · 46 followers · 2 following · 1 mutual
      Chat is getting too many requests right now. Try again in a minute, or tell @U1.
      [ Try again ] [ Share ] [ Open account ] [ History ]
      Last tried 10:31:05."
    `);
    const partly = reportOf([
      ['alice', counts(46)],
      ['ghost', failed('throttled', 60007)],
    ]);
    const { text } = show({ ...partly, notRefreshed });
    expect(
      text.match(/Chat is getting too many requests right now/g),
      'an account without numbers gives the reason once',
    ).toHaveLength(1);
    const timeout = { failure: failed('upstream_timeout').failure, at: ASKED_AT + 30 * HOUR_MS };
    expect(show({ ...reportOf([['alice', counts(46)]]), notRefreshed: timeout }).text).toMatch(
      'Couldn’t refresh. These are from Nov 23, 10:30.\n',
    );
    const cached = reportOf([
      ['alice', counts(46)],
      ['bob', counts(7, 2, 1, 50 * 60_000)],
    ]);
    expect(show({ ...cached, notRefreshed }).text).toMatch('Couldn’t refresh (60007). These are from 09:40.\n');
  });
});

test('the age of what comes from the cache is told once it matters', () => {
  const aged = (...ages: readonly number[]) =>
    show(reportOf(ages.map((age, n) => [`a${n}`, counts(1, 1, 1, age)])))
      .text.split('\n')
      .at(-1);
  expect(aged(0)).toBe('As of 10:30.');
  expect(aged(30_000)).toBe('As of 10:30.');
  expect(aged(31_000)).toBe('As of 10:30. 1 account comes from the cache and is 31 seconds old.');
  expect(aged(31_000, 45_000)).toBe('As of 10:30. 2 accounts come from the cache, the oldest 45 seconds old.');
  expect(aged(600_000)).toBe('As of 10:30. 1 account comes from the cache and is 10 minutes old.');
});

describe('a shared report', () => {
  test('mentions nobody but who shared it, only counts what failed, and has no buttons', () => {
    const shared = show(mixed, { buttonValue: undefined, sharedBy: 'U0ANA' });
    expect(read(shared)).toMatchInlineSnapshot(`
      "2 accounts
      ┌─────────┬───────────┬───────────┬────────┐
      │ Account │ Followers │ Following │ Mutual │
      ├─────────┼───────────┼───────────┼────────┤
      │ alice   │ 1,234,567 │         0 │      0 │
      │ bob     │        12 │         7 │      3 │
      └─────────┴───────────┴───────────┴────────┘
      1 of 3 couldn’t be read.
      Shared by @U0ANA · as of Nov 23, 2026 10:29 AM"
    `);
    expect(shared.text).toMatchInlineSnapshot(`
      "alice · 1,234,567 followers · 0 following · 0 mutual
      bob · 12 followers · 7 following · 3 mutual
      1 of 3 couldn’t be read.
      Shared by <@U0ANA> · as of <!date^1795429760^{date_short_pretty} {time}|2026-11-23 10:29 UTC>"
    `);
  });

  test('is as of its oldest count, where one comes from the cache', () => {
    const sharedAt = (ageMs: number) =>
      show(
        reportOf([
          ['alice', counts(5)],
          ['bob', counts(6, 2, 1, ageMs)],
        ]),
        { sharedBy: 'U0ANA' },
      ).text;
    expect(sharedAt(30_000)).toContain('10:30 UTC>');
    expect(sharedAt(50 * 60_000)).toMatch(/as of <!date.*09:40 UTC>$/);
  });

  test('of one account has its change on the line, since an instant that each reader sees in their own zone', () => {
    const { text } = show(reportOf([['alice', counts(5), baseline(3)]]), { sharedBy: 'U0ANA' });
    expect(text).toMatchInlineSnapshot(`
      "alice · 5 followers (+2 since <!date^1795336200^{date_short_pretty} {time}|2026-11-22 08:30 UTC>) · 2 following · 1 mutual
      Shared by <@U0ANA> · as of <!date^1795429800^{date_short_pretty} {time}|2026-11-23 10:30 UTC>"
    `);
  });
});

test('a table of many accounts shows the first of them', () => {
  expect(read(show(bigReport(110, counts)))).toContain('The table shows the first 100 of 110 accounts.');
});
