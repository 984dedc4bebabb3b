import { expect, test } from 'vitest';
import type { DigestReport } from '../../../../src/digests/report/digest-report.ts';
import { DAY, MONDAY, postedRun, reportOf, reportsOf } from '../../../digests/report/sample-readings.ts';
import { scheduleOf } from '../../../digests/schedule/sample-schedules.ts';
import { read } from '../read-rendering.ts';
import { showDigest, showLast } from './sample-digests.ts';

const week = reportsOf(
  [
    { alice: 1200, bob: 40, carol: 7, dave: 5 },
    { alice: 1210, bob: 39, carol: 7, dave: 5 },
    { alice: 1234, bob: 39, carol: 'missing_account', erin: 12 },
  ],
  { absolute: 30 },
);

test('a first run reads: what it is, that there is nothing to compare with, and bars', () => {
  expect(read(showDigest(reportOf({ alice: 1234, ghost: 'missing_account' })))).toMatchInlineSnapshot(`
    "Creators
    1,234 followers in the one account that was read. The next post will say what changed.
    Followers by account
    Followers
    alice 1,234 ████████████████████████████████████████████████████████████████████████████████████████
    1 account
    ┌─────────┬───────────┐
    │ Account │ Followers │
    ├─────────┼───────────┤
    │ alice   │     1,234 │
    └─────────┴───────────┘
    ⚠ ghost: Chat doesn’t know this account. Check the spelling and case.
    Nov 23, 09:00 · weekdays at 09:00, Europe/Berlin · 1 of 2 read
    [ Open account ] [ CSV ]"
  `);
});

test('a later one reads: changes, lines, who came and went, and what crossed a threshold', () => {
  expect(read(showLast(week))).toMatchInlineSnapshot(`
    "Creators
    ▲ 24 followers over 2 accounts since Tuesday · 1,285 in the 3 that were read
    alice +24
    🔔 alice passed +30: 1,200 → 1,234
    ⚠ Gone from Chat: carol
    New in this digest: erin
    No longer in this digest: dave
    Top 2 of 3 by followers
    alice 1,200 ▁▃█ 1,234
    bob      40 █▁▁    39
    Nov 23 – Nov 25
    3 accounts, most gained first
    ┌─────────┬───────────┬─────────────────┐
    │ Account │ Followers │ Since last post │
    ├─────────┼───────────┼─────────────────┤
    │ alice   │     1,234 │       +24 (+2%) │
    │ bob     │        39 │               0 │
    │ erin    │        12 │               – │
    └─────────┴───────────┴─────────────────┘
    Nov 24, 09:00 – Nov 25, 09:00 · weekdays at 09:00, Europe/Berlin · 3 of 4 read
    [ Open account: alice, bob, erin, carol ] [ CSV ]"
  `);
});

test('without a chart the lines’ numbers stand below the table', () => {
  expect(read(showLast(week), 1)).toMatchInlineSnapshot(`
    "Creators
    ▲ 24 followers over 2 accounts since Tuesday · 1,285 in the 3 that were read
    alice +24
    🔔 alice passed +30: 1,200 → 1,234
    ⚠ Gone from Chat: carol
    New in this digest: erin
    No longer in this digest: dave
    3 accounts, most gained first
    ┌─────────┬───────────┬─────────────────┐
    │ Account │ Followers │ Since last post │
    ├─────────┼───────────┼─────────────────┤
    │ alice   │     1,234 │       +24 (+2%) │
    │ bob     │        39 │               0 │
    │ erin    │        12 │               – │
    └─────────┴───────────┴─────────────────┘
    Followers on Nov 23; Nov 24; Nov 25:
    alice: 1,200; 1,210; 1,234
    bob: 40; 39; 39
    Nov 24, 09:00 – Nov 25, 09:00 · weekdays at 09:00, Europe/Berlin · 3 of 4 read
    [ Open account: alice, bob, erin, carol ] [ CSV ]"
  `);
});

test('the text tells all of it', () => {
  expect(showLast(week).text).toMatchInlineSnapshot(`
    "Creators
    Up 24 followers over 2 accounts since Tuesday · 1,285 in the 3 that were read
    alice +24
    alice passed +30: from 1,200 to 1,234 followers.
    ⚠ Gone from Chat: carol
    New in this digest: erin
    No longer in this digest: dave
    alice: 1,234 followers, +24 (+2%) since the last post
    bob: 39 followers, 0 since the last post
    erin: 12 followers
    Followers on Nov 23; Nov 24; Nov 25:
    alice: 1,200; 1,210; 1,234
    bob: 40; 39; 39
    Nov 24, 09:00 – Nov 25, 09:00 · weekdays at 09:00, Europe/Berlin · 3 of 4 read"
  `);
});

test('a digest in which nothing could be read says why, without a chart', () => {
  expect(read(showDigest(reportOf({ ghost: 'missing_account' })))).toMatchInlineSnapshot(`
    "Creators
    The account couldn’t be read.
    ⚠ ghost: Chat doesn’t know this account. Check the spelling and case.
    Nov 23, 09:00 · weekdays at 09:00, Europe/Berlin
    [ CSV ]"
  `);
});

test('a late post says last when it was due, and how many were missed before it', () => {
  const late = { isLate: true, slot: MONDAY - DAY };
  const last = (missedBefore: number) =>
    showDigest(reportOf({ a: 1 }), { ...late, missedBefore })
      .text.split('\n')
      .at(-1);
  const foot = 'Nov 23, 09:00 · weekdays at 09:00, Europe/Berlin · late, it was due Nov 22, 09:00';
  expect(last(3)).toBe(`${foot} · the 3 posts before it were missed`);
  expect(last(1)).toBe(`${foot} · the post before it was missed`);
  expect(last(0)).toBe(foot);
});

test('the renderings go from chart to fixed-width text', () => {
  const types = showDigest(reportOf({ a: 1 })).renderings.map((blocks) => blocks.map(({ type }) => type));
  expect(types.map((some) => some.includes('data_visualization'))).toEqual([true, false, false, false]);
  expect(types.map((some) => some.find((type) => /table/.test(type)))).toEqual([
    'data_table',
    'data_table',
    'table',
    undefined,
  ]);
  expect(showDigest(reportOf({ a: 'throttled' })).renderings).toHaveLength(1);
});

test('a chart that is switched off leaves no trace', () => {
  const { renderings, text } = showLast(week, { chart: undefined });
  expect(renderings).toHaveLength(3);
  expect(text).not.toContain('Followers on');
});

test('every column but the first sorts by number, also where a number is missing', () => {
  const [blocks = []] = showLast(week).renderings;
  const table = blocks.find(({ type }) => type === 'data_table') as unknown as { rows: unknown[][] };
  expect(table.rows.slice(1)).toMatchObject([
    [{ text: 'alice' }, { value: 1234 }, { value: 24, text: '+24 (+2%)' }],
    [{ text: 'bob' }, { value: 39 }, { value: 0, text: '0' }],
    [{ text: 'erin' }, { value: 12 }, { type: 'raw_number', text: '–' }],
  ]);
});

const headline = (...days: Parameters<typeof reportsOf>[0]) => {
  const { renderings, text } = showLast(reportsOf(days));
  return [read({ text, renderings }).split('\n')[1], text.split('\n')[1]];
};

test.each<[string, Parameters<typeof reportsOf>[0], string, string?]>([
  [
    'up',
    [
      { a: 10, b: 5 },
      { a: 13, b: 5 },
    ],
    '▲ 3 followers since Monday · 18 in all',
    'Up 3 followers since Monday · 18 in all',
  ],
  [
    'down',
    [
      { a: 10, b: 5 },
      { a: 9, b: 5 },
    ],
    '▼ 1 follower since Monday · 14 in all',
    'Down 1 follower since Monday · 14 in all',
  ],
  ['nothing', [{ a: 10 }, { a: 10 }], 'No change since Monday · 10 in all'],
  [
    'as much up as down',
    [
      { a: 10, b: 5 },
      { a: 9, b: 6 },
    ],
    'Gains and losses cancel out since Monday · 15 in all',
  ],
  ['over some', [{ a: 10 }, { a: 10, b: 5 }], 'No change over 1 account since Monday · 15 in all'],
  ['nothing to compare', [{ a: 10 }, { b: 5 }], '5 followers in all. The last post had none of these numbers.'],
  ['a first post', [{ a: 1 }], '1 follower in all. The next post will say what changed.'],
  [
    'an account unread',
    [
      { a: 10, b: 5, c: 7 },
      { a: 10, b: 5, c: 'throttled' },
    ],
    'No change over 2 accounts since Monday · 15 in the 2 that were read',
  ],
  [
    'an account unread in both posts',
    [
      { a: 10, b: 5, c: 'throttled' },
      { a: 12, b: 5, c: 'throttled' },
    ],
    '▲ 2 followers since Monday · 17 in the 2 that were read',
    'Up 2 followers since Monday · 17 in the 2 that were read',
  ],
  [
    'an account read again',
    [
      { a: 10, b: 'throttled' },
      { a: 10, b: 5 },
    ],
    'No change over 1 account since Monday · 15 in all',
  ],
  [
    'an account gone',
    [
      { a: 10, b: 5 },
      { a: 10, b: 'missing_account' },
    ],
    'No change over 1 account since Monday · 10 in the one that was read',
  ],
  ['an account taken out', [{ a: 10, b: 5 }, { a: 10 }], 'No change over 1 account since Monday · 10 in all'],
  [
    'an account taken out that wasn’t read',
    [{ a: 10, b: 'throttled' }, { a: 10 }],
    'No change since Monday · 10 in all',
  ],
  [
    'nothing to compare, and not all read',
    [{ a: 10 }, { b: 5, c: 'throttled' }],
    '5 followers in the one account that was read. The last post didn’t have its number.',
  ],
  [
    'a first post that read some',
    [{ a: 1, b: 2, c: 'throttled' }],
    '3 followers in the 2 accounts that were read. The next post will say what changed.',
  ],
  ['nothing read', [{ a: 'throttled', b: 'throttled' }], 'None of the 2 accounts could be read.'],
])('the headline says what became of all followers: %s', (_, days, line, textLine = line) => {
  expect(headline(...days)).toEqual([line, textLine]);
});

test('a first post has no columns of changes; the last seven days have one once any account was read then', () => {
  const columns = (report: DigestReport) => {
    const table = showDigest(report).renderings[0]?.find(({ type }) => type === 'data_table');
    return (table as unknown as { rows: { text: string }[][] }).rows[0]?.map(({ text }) => text);
  };
  const first = reportOf({ a: 1, b: 2 }, { week: { a: 1 } });
  expect(columns(first)).toEqual(['Account', 'Followers']);
  const last = postedRun(first);
  expect(columns(reportOf({ a: 1, b: 2 }, { last }))).toEqual(['Account', 'Followers', 'Since last post']);
  expect(columns(reportOf({ a: 1, b: 2 }, { last, week: { b: 1 } }))).toEqual([
    'Account',
    'Followers',
    'Since last post',
    'Last 7 days',
  ]);
});

test('movers stand on one line, who lost last; milestones and percentages are told', () => {
  const reports = reportsOf(
    [
      { alice: 9990, bob: 100, carol: 50, dave: 9 },
      { alice: 10_003, bob: 90, carol: 57, dave: 9 },
    ],
    { percent: 10 },
  );
  expect(read(showLast(reports)).split('\n').slice(1, 6)).toEqual([
    '▲ 10 followers since Monday · 10,159 in all',
    'alice +13 · carol +7 · bob −10',
    '🔔 carol passed +10%: 50 → 57',
    '🔔 bob passed −10%: 100 → 90',
    '🎉 alice reached 10,000 followers',
  ]);
});

test('the only account’s change is told once', () => {
  expect(
    showLast(reportsOf([{ a: 10 }, { a: 13 }]))
      .text.split('\n')
      .slice(1, 3),
  ).toEqual(['Up 3 followers since Monday · 13 in all', 'a: 13 followers, +3 (+30%) since the last post']);
});

test('an account that can’t be read for a moment has no advice that a reader of a post can’t follow', () => {
  const { text } = showDigest(reportOf({ a: 1, b: 'upstream_failed', c: 'needs_admin' }));
  expect(text).toContain('⚠ b: Chat had an error of its own.\n');
  expect(text).toContain('⚠ c: Chat is turning followstats away. Please tell the people who run followstats.\n');
});

test('all times are of the digest’s zone, whatever the reader’s', () => {
  const reports = reportsOf([{ a: 10 }, { a: 13 }]);
  const shown = showLast(reports, { schedule: scheduleOf('0 9 * * *', 'Pacific/Kiritimati') });
  expect(shown.text).toContain('Nov 23, 22:00 – Nov 24, 22:00 · every day at 09:00, Pacific/Kiritimati');
  expect(JSON.stringify([shown.text, shown.renderings])).not.toContain('date');
});

test('a milestone is told of one follower as of many', () => {
  const { text } = showLast(
    reportsOf([
      { a: 0, b: 8 },
      { a: 1, b: 10 },
    ]),
  );
  expect(text).toContain('🎉 b reached 10 followers\n🎉 a reached 1 follower\n');
});

test('an account that Chat never knew before isn’t back, but there now', () => {
  const { text } = showLast(
    reportsOf([
      { alice: 4, ghost: 'missing_account' },
      { alice: 'missing_account', ghost: 'missing_account' },
      { alice: 4, ghost: 3 },
    ]),
  );
  expect(text).toContain('Back in Chat: alice\nNow in Chat: ghost\n');
});

test('where an account couldn’t be read its older number is told as such, in chart and words', () => {
  const reports = reportsOf([
    { a: 9, b: 6, c: 3 },
    { a: 9, b: 'throttled', c: 'throttled' },
    { a: 9, b: 'throttled', c: 4 },
    { a: 9, b: 7, c: 4 },
  ]);
  const note = 'Couldn’t be read, so the chart repeats the last count:';
  const post = showLast(reports);
  expect(read(post)).toContain(`${note} b (Nov 24; Nov 25)\n${note} c (Nov 24)\n`);
  expect(post.text).toContain('b: 6; 6 (last known); 6 (last known); 7\nc: 3; 3 (last known); 4; 4\n');
  expect(post.text).not.toContain(note);
  expect(read(post, 1)).not.toContain(note);
  expect(read(showLast(reports.slice(0, 1)))).not.toContain(note);
});
