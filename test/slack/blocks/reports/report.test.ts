import { describe, expect, test } from 'vitest';
import { failed } from '../../../followstats/reports/sample-lookups.ts';
import { objectsIn, read, rowsIn } from '../read-rendering.ts';
import { baseline, counts, reportOf, show } from './sample-reports.ts';

const mixed = reportOf(
  [
    ['alice', counts(1_234_567, 0, 0, 40_000)],
    ['ghost', failed('missing_account', 30003)],
    ['bob', counts(12, 7, 3)],
  ],
  { unlinked: ['U1'], empty: [{ kind: 'group', groupId: 'S1', why: 'unlinked' }] },
);

test('a report reads: totals, table, failures with what to do, mentions, buttons', () => {
  expect(read(show(mixed))).toMatchInlineSnapshot(`
    "2 of 3 read, 1 failed, 1 from cache up to 40 s old · Nov 23, 2026 10:30 AM
    Follow counts of 3 accounts
    ┌────────┬───────────┬───────────┬────────┬─────────────────────────────────┐
    │ UserID │ Followers │ Following │ Mutual │ Status                          │
    ├────────┼───────────┼───────────┼────────┼─────────────────────────────────┤
    │ alice  │ 1,234,567 │         0 │      0 │ read                            │
    │ ghost  │         – │         – │      – │ no such account in Chat (30003) │
    │ bob    │        12 │         7 │      3 │ read                            │
    └────────┴───────────┴───────────┴────────┴─────────────────────────────────┘
    • ghost: no such account in Chat (30003). Check the spelling and case of the UserID, or import the
      account into Chat.
    @U1 has no link to a Chat account yet. An editor can make one: /followstats link @person USERID.
    @S1: no member has a link to a Chat account yet.
    [ Refresh ] [ Share ]"
  `);
});

test('a report with changes reads: how many followers more or fewer, since when', () => {
  const changed = reportOf([
    ['alice', counts(1_234_567, 0, 0), baseline(1_234_555)],
    ['bob', counts(12, 7, 3), baseline(15, 3_600_000)],
    ['carol', counts(5)],
    ['ghost', failed('missing_account', 30003)],
  ]);
  expect(read(show(changed))).toMatchInlineSnapshot(`
    "3 of 4 read, 1 failed · Nov 23, 2026 10:30 AM
    Follow counts of 4 accounts
    ┌────────┬───────────┬───────────┬────────┬─────────────────────────┬─────────────────────────┐
    │ UserID │ Followers │ Following │ Mutual │ Change in followers     │ Status                  │
    ├────────┼───────────┼───────────┼────────┼─────────────────────────┼─────────────────────────┤
    │ alice  │ 1,234,567 │         0 │      0 │ ▲ +12 since Nov 22      │ read                    │
    │ bob    │        12 │         7 │      3 │ ▼ −3 since 09:30 AM UTC │ read                    │
    │ carol  │         5 │         2 │      1 │ n/a                     │ read                    │
    │ ghost  │         – │         – │      – │ –                       │ no such account in Chat │
    │        │           │           │        │                         │ (30003)                 │
    └────────┴───────────┴───────────┴────────┴─────────────────────────┴─────────────────────────┘
    • ghost: no such account in Chat (30003). Check the spelling and case of the UserID, or import the
      account into Chat.
    [ Refresh ] [ Share ]"
  `);
  expect(show(changed).text).toMatchInlineSnapshot(`
    "3 of 4 read, 1 failed · <!date^1795429800^{date_short_pretty} {time}|2026-11-23 10:30 UTC>
    alice: 1,234,567 followers (▲ +12 since Nov 22), 0 following, 0 mutual
    bob: 12 followers (▼ −3 since 09:30 AM UTC), 7 following, 3 mutual
    carol: 5 followers (n/a), 2 following, 1 mutual
    ghost: –, no such account in Chat (30003)
    ghost: no such account in Chat (30003). Check the spelling and case of the UserID, or import the account into Chat."
  `);
});

test('the plain table and the fixed-width text read the same', () => {
  expect(read(show(mixed), 1)).toMatchInlineSnapshot(`
    "2 of 3 read, 1 failed, 1 from cache up to 40 s old · Nov 23, 2026 10:30 AM
    ┌────────┬───────────┬───────────┬────────┬─────────────────────────────────┐
    │ UserID │ Followers │ Following │ Mutual │ Status                          │
    ├────────┼───────────┼───────────┼────────┼─────────────────────────────────┤
    │ alice  │ 1,234,567 │         0 │      0 │ read                            │
    │ ghost  │         – │         – │      – │ no such account in Chat (30003) │
    │ bob    │        12 │         7 │      3 │ read                            │
    └────────┴───────────┴───────────┴────────┴─────────────────────────────────┘
    • ghost: no such account in Chat (30003). Check the spelling and case of the UserID, or import the
      account into Chat.
    @U1 has no link to a Chat account yet. An editor can make one: /followstats link @person USERID.
    @S1: no member has a link to a Chat account yet.
    [ Refresh ] [ Share ]"
  `);
  expect(read(show(mixed), 2)).toMatchInlineSnapshot(`
    "2 of 3 read, 1 failed, 1 from cache up to 40 s old · Nov 23, 2026 10:30 AM
      UserID  Followers  Following  Mutual  Status
      alice   1,234,567          0       0  read
      ghost           –          –       –  no such account in Chat (30003)
      bob            12          7       3  read
    • ghost: no such account in Chat (30003). Check the spelling and case of the UserID, or import the
      account into Chat.
    @U1 has no link to a Chat account yet. An editor can make one: /followstats link @person USERID.
    @S1: no member has a link to a Chat account yet.
    [ Refresh ] [ Share ]"
  `);
});

test('the text says all of it, for phones and screen readers', () => {
  expect(show(mixed).text).toMatchInlineSnapshot(`
    "2 of 3 read, 1 failed, 1 from cache up to 40 s old · <!date^1795429800^{date_short_pretty} {time}|2026-11-23 10:30 UTC>
    alice: 1,234,567 followers, 0 following, 0 mutual
    ghost: –, no such account in Chat (30003)
    bob: 12 followers, 7 following, 3 mutual
    ghost: no such account in Chat (30003). Check the spelling and case of the UserID, or import the account into Chat.
    <@U1> has no link to a Chat account yet. An editor can make one: /followstats link @person USERID.
    <!subteam^S1>: no member has a link to a Chat account yet."
  `);
});

test('a report in which every account failed reads: how many, which, why', () => {
  const report = reportOf(['ann', 'ben'].map((id) => [id, failed('upstream_timeout')]));
  expect(read(show(report))).toMatchInlineSnapshot(`
    "0 of 2 read, 2 failed · Nov 23, 2026 10:30 AM
    Follow counts of 2 accounts
    ┌────────┬───────────┬───────────┬────────┬─────────────────────────────┐
    │ UserID │ Followers │ Following │ Mutual │ Status                      │
    ├────────┼───────────┼───────────┼────────┼─────────────────────────────┤
    │ ann    │ –         │ –         │ –      │ Chat did not answer in time │
    │ ben    │ –         │ –         │ –      │ Chat did not answer in time │
    └────────┴───────────┴───────────┴────────┴─────────────────────────────┘
    • ann, ben: Chat did not answer in time. Try again in a minute. If it stays, tell whoever runs
      followstats.
    [ Refresh ]"
  `);
});

describe('what a person reads first', () => {
  test.each([
    ['everything was read', reportOf([['a', counts(1)]]), '1 of 1 read'],
    [
      'something failed',
      reportOf([
        ['a', counts(1)],
        ['b', failed('throttled')],
      ]),
      '1 of 2 read, 1 failed',
    ],
    ['something was cached', reportOf([['a', counts(1, 1, 1, 40_000)]]), '1 of 1 read, 1 from cache up to 40 s old'],
    [
      'the cache is minutes old',
      reportOf([['a', counts(1, 1, 1, 600_000)]]),
      '1 of 1 read, 1 from cache up to 10 min old',
    ],
  ])('when %s', (_, report, first) => {
    const { text, renderings } = show(report);
    expect(text.startsWith(`${first} · <!date^`)).toBe(true);
    for (const blocks of renderings) expect(objectsIn(blocks).find(({ text }) => text)).toMatchObject({ text: first });
  });
});

test('a missing number is a dash, never a 0, and a 0 is a 0', () => {
  const report = reportOf([
    ['new', counts(0, 0, 0)],
    ['ghost', failed('incomplete_answer')],
  ]);
  for (const blocks of show(report).renderings) {
    expect(rowsIn(blocks).map((row) => row.slice(0, 4))).toEqual([
      ['new', '0', '0', '0'],
      ['ghost', '–', '–', '–'],
    ]);
  }
  expect(objectsIn(show(report).renderings).filter(({ value }) => value === 0)).toHaveLength(3);
  expect(show(report).text).toContain('ghost: –, ');
});

test('the status column appears only where a row failed', () => {
  expect(rowsIn(show(reportOf([['a', counts(1)]])).renderings[0] ?? [])).toEqual([['a', '1', '2', '1']]);
  expect(rowsIn(show(reportOf([['a', failed('out_of_time')]])).renderings[0] ?? [])).toEqual([
    ['a', '–', '–', '–', 'the time for this question ran out'],
  ]);
});

test.each([
  ['en-US', '1,234,567'],
  ['de-DE', '1.234.567'],
  ['zh-CN', '1,234,567'],
  ['en-IN', '12,34,567'],
])('numbers are written the way of %s', (locale, written) => {
  const { text, renderings } = show(reportOf([['alice', counts(1_234_567)]]), { locale });
  for (const blocks of renderings) expect(rowsIn(blocks)).toEqual([['alice', written, '2', '1']]);
  expect(text).toContain(`alice: ${written} followers`);
});

test('accounts that failed for one reason are named together, the first ten by name', () => {
  const ids = Array.from({ length: 14 }, (_, n) => `u${n}`);
  const { text } = show(
    reportOf([...ids.map((id) => [id, failed('missing_account', 30003)] as const), ['z', failed('throttled')]]),
  );
  expect(text.split('\n').slice(-2)).toEqual([
    'u0, u1, u2, u3, u4, u5, u6, u7, u8, u9 and 4 more: no such account in Chat (30003). Check the spelling and case of the UserID, or import the account into Chat.',
    'z: Chat was asked too often. Try again in a few seconds.',
  ]);
});

describe('buttons', () => {
  const buttonsOf = (view: Parameters<typeof show>[1]) =>
    objectsIn(show(mixed, view).renderings).filter(({ type }) => type === 'button');

  test('carry the command, and say to a screen reader what they do', () => {
    const buttons = buttonsOf({ buttonValue: 'lookup alice' });
    expect(buttons).toHaveLength(6);
    for (const button of buttons) {
      expect(button).toMatchObject({ value: 'lookup alice', accessibility_label: expect.stringMatching(/.{10}/) });
    }
  });

  test('are left out of what a channel sees, which says who shared it', () => {
    expect(buttonsOf({ buttonValue: undefined, sharedBy: 'U7' })).toEqual([]);
    expect(show(mixed, { buttonValue: undefined, sharedBy: 'U7' }).text.split('\n')[1]).toBe('Shared by <@U7>');
  });

  test('are left out where only people without a link were named', () => {
    const { text, renderings } = show(reportOf([], { unlinked: ['U1', 'U2'] }));
    expect(text).toBe(
      '<@U1>, <@U2> have no link to a Chat account yet. An editor can make one: /followstats link @person USERID.',
    );
    expect(renderings[0]?.map(({ type }) => type)).toEqual(['rich_text']);
  });
});
