import { expect, test } from 'vitest';
import { DAY, MONDAY, reportOf, reportsOf } from '../../../digests/report/sample-readings.ts';
import { objectsIn, read, rowsIn } from '../read-rendering.ts';
import { showDigest, showLast } from './sample-digests.ts';

const week = reportsOf(
  [
    { alice: 1200, bob: 40, carol: 7, dave: 5 },
    { alice: 1210, bob: 39, carol: 7, dave: 5 },
    { alice: 1234, bob: { followers: 39, following: 3, mutual: 1 }, carol: 'missing_account', erin: 12 },
  ],
  { absolute: 30 },
);

test('a first run reads: what it is, that there is nothing to compare with, and bars', () => {
  expect(read(showDigest(reportOf({ alice: 1234, ghost: 'missing_account' })))).toMatchInlineSnapshot(`
    "Creators
    1 of 2 read, 1 failed · 1,234 followers in all
    First run, Nov 23, 2026 8:00 AM · weekdays at 09:00, Europe/Berlin
    Followers now
    Followers
    alice 1234 █████████████████████████████████████████████████████████████████████████████████████████
    Follow counts and their changes, 2 accounts
    ┌────────┬───────────┬─────────────────┬────────────────┬───────────┬────────┬────────────────────┐
    │ UserID │ Followers │ Since last post │ In seven days  │ Following │ Mutual │ Status             │
    ├────────┼───────────┼─────────────────┼────────────────┼───────────┼────────┼────────────────────┤
    │ alice  │     1,234 │ n/a: first run  │ n/a: first run │         2 │      1 │ read               │
    │ ghost  │         – │ –               │ –              │         – │      – │ no such account in │
    │        │           │                 │                │           │        │ Chat               │
    └────────┴───────────┴─────────────────┴────────────────┴───────────┴────────┴────────────────────┘
    • ghost: no such account in Chat. Check the spelling and case of the UserID."
  `);
});

test('a later one reads: changes, lines, who came and went, and what crossed a threshold', () => {
  expect(read(showLast(week))).toMatchInlineSnapshot(`
    "Creators
    3 of 4 read, 1 failed · 1,285 followers in all, ▲ +24 (+1.9%) over 2 accounts
    Nov 24, 2026 8:00 AM – Nov 25, 2026 8:00 AM · weekdays at 09:00, Europe/Berlin
    Threshold: alice has 1,234 followers, ▲ +34 (+2.8%) since it was last told of.
    Followers at the last 3 posts
    alice
    Nov 23 1200 ██████████████████████████████████████████████████████████████████████████████████████
    Nov 24 1210 ██████████████████████████████████████████████████████████████████████████████████████
    Nov 25 1234 ████████████████████████████████████████████████████████████████████████████████████████
    bob
    Nov 23   40 ███
    Nov 24   39 ███
    Nov 25   39 ███
    Follow counts and their changes, 4 accounts
    ┌────────┬───────────┬─────────────────┬─────────────────┬───────────┬────────┬────────────────────┐
    │ UserID │ Followers │ Since last post │ In seven days   │ Following │ Mutual │ Status             │
    ├────────┼───────────┼─────────────────┼─────────────────┼───────────┼────────┼────────────────────┤
    │ alice  │     1,234 │     ▲ +24 (+2%) │ n/a: no reading │         2 │      1 │ read               │
    │ bob    │        39 │             ● 0 │ n/a: no reading │  3 (▲ +1) │      1 │ read               │
    │ carol  │         – │               – │ –               │         – │      – │ no such account in │
    │        │           │                 │                 │           │        │ Chat               │
    │ erin   │        12 │   n/a: new here │ n/a: no reading │         2 │      1 │ read               │
    └────────┴───────────┴─────────────────┴─────────────────┴───────────┴────────┴────────────────────┘
    • Top movers: alice ▲ +24 (+2%)
    • New in this digest: erin
    • No longer in this digest: dave
    • Gone from Chat: carol
    • carol: no such account in Chat. Check the spelling and case of the UserID."
  `);
});

test('without a chart the lines’ numbers stand below the table', () => {
  expect(read(showLast(week), 1)).toMatchInlineSnapshot(`
    "Creators
    3 of 4 read, 1 failed · 1,285 followers in all, ▲ +24 (+1.9%) over 2 accounts
    Nov 24, 2026 8:00 AM – Nov 25, 2026 8:00 AM · weekdays at 09:00, Europe/Berlin
    Threshold: alice has 1,234 followers, ▲ +34 (+2.8%) since it was last told of.
    Follow counts and their changes, 4 accounts
    ┌────────┬───────────┬─────────────────┬─────────────────┬───────────┬────────┬────────────────────┐
    │ UserID │ Followers │ Since last post │ In seven days   │ Following │ Mutual │ Status             │
    ├────────┼───────────┼─────────────────┼─────────────────┼───────────┼────────┼────────────────────┤
    │ alice  │     1,234 │     ▲ +24 (+2%) │ n/a: no reading │         2 │      1 │ read               │
    │ bob    │        39 │             ● 0 │ n/a: no reading │  3 (▲ +1) │      1 │ read               │
    │ carol  │         – │               – │ –               │         – │      – │ no such account in │
    │        │           │                 │                 │           │        │ Chat               │
    │ erin   │        12 │   n/a: new here │ n/a: no reading │         2 │      1 │ read               │
    └────────┴───────────┴─────────────────┴─────────────────┴───────────┴────────┴────────────────────┘
    • Top movers: alice ▲ +24 (+2%)
    • New in this digest: erin
    • No longer in this digest: dave
    • Gone from Chat: carol
    • carol: no such account in Chat. Check the spelling and case of the UserID.
    Followers at the last 3 posts, the oldest first:
    alice: 1,200; 1,210; 1,234
    bob: 40; 39; 39"
  `);
});

test('the text tells all of it', () => {
  expect(showLast(week).text).toMatchInlineSnapshot(`
    "Creators
    3 of 4 read, 1 failed · 1,285 followers in all, ▲ +24 (+1.9%) over 2 accounts
    <!date^1795507200^{date_short_pretty} {time}|2026-11-24 08:00 UTC> – <!date^1795593600^{date_short_pretty} {time}|2026-11-25 08:00 UTC> · weekdays at 09:00, Europe/Berlin
    Threshold: alice has 1,234 followers, ▲ +34 (+2.8%) since it was last told of.
    alice: 1,234 followers, since the last post ▲ +24 (+2%), in seven days n/a: no reading, 2 following, 1 mutual
    bob: 39 followers, since the last post ● 0, in seven days n/a: no reading, 3 (▲ +1) following, 1 mutual
    carol: –, no such account in Chat
    erin: 12 followers, since the last post n/a: new here, in seven days n/a: no reading, 2 following, 1 mutual
    Followers at the last 3 posts, the oldest first:
    alice: 1,200; 1,210; 1,234
    bob: 40; 39; 39
    Top movers: alice ▲ +24 (+2%)
    New in this digest: erin
    No longer in this digest: dave
    Gone from Chat: carol
    carol: no such account in Chat. Check the spelling and case of the UserID."
  `);
});

test('a digest in which nothing could be read says why, without a chart', () => {
  expect(read(showDigest(reportOf({ ghost: 'missing_account' })))).toMatchInlineSnapshot(`
    "Creators
    0 of 1 read, 1 failed
    First run, Nov 23, 2026 8:00 AM · weekdays at 09:00, Europe/Berlin
    Follow counts and their changes, 1 account
    ┌────────┬───────────┬─────────────────┬───────────────┬───────────┬────────┬────────────────────┐
    │ UserID │ Followers │ Since last post │ In seven days │ Following │ Mutual │ Status             │
    ├────────┼───────────┼─────────────────┼───────────────┼───────────┼────────┼────────────────────┤
    │ ghost  │ –         │ –               │ –             │ –         │ –      │ no such account in │
    │        │           │                 │               │           │        │ Chat               │
    └────────┴───────────┴─────────────────┴───────────────┴───────────┴────────┴────────────────────┘
    • ghost: no such account in Chat. Check the spelling and case of the UserID."
  `);
});

test('a late post says when it was due, and how many were missed before it', () => {
  const late = { isLate: true, slot: MONDAY - DAY };
  const lines = (missedBefore: number) => showDigest(reportOf({ a: 1 }), { ...late, missedBefore }).text.split('\n');
  expect(lines(3)[3]).toMatch(/^Late: this was due <!date\^1795334400\^.*>\.$/);
  expect(lines(3)[4]).toBe('3 runs before this one were missed, since followstats was not running.');
  expect(lines(1)[4]).toBe('One run before this one was missed, since followstats was not running.');
  expect(lines(0)[4]).toMatch(/^a: /);
});

test.each([
  ['with a chart', reportOf({ a: 1 }), [true, false, false, false]],
  ['where nothing was read', reportOf({ a: 'throttled' }), [false, false, false]],
])('the renderings go from chart to fixed-width text, %s', (_, report, hasChart) => {
  const { renderings } = showDigest(report);
  const types = renderings.map((blocks) => blocks.map(({ type }) => type));
  expect(types.map((some) => some.includes('data_visualization'))).toEqual(hasChart);
  expect(types.map((some) => some.find((type) => /table/.test(type)))).toEqual([
    ...(hasChart.length > 3 ? ['data_table'] : []),
    'data_table',
    'table',
    undefined,
  ]);
});

test('a chart that is switched off leaves no trace', () => {
  const { renderings, text } = showLast(week, { chart: undefined });
  expect(renderings).toHaveLength(3);
  expect(text).not.toContain('the oldest first');
});

test('cells of changes sort by the followers gained, and by nothing where there is no change to know', () => {
  const cells = objectsIn(showLast(week).renderings[0]).filter(({ type }) => type === 'raw_number');
  expect(cells.slice(0, 4)).toMatchObject([
    { value: 1234 },
    { value: 24, text: '▲ +24 (+2%)' },
    { value: 2, text: '2' },
    { value: 1, text: '1' },
  ]);
  expect(rowsIn(showLast(week).renderings[0] ?? [])[2]).toEqual(
    ['carol', '–', '–', '–', '–', '–', 'no such account in Chat'].map((text) =>
      text.startsWith('no') ? expect.any(String) : text,
    ),
  );
});
