import { expect, test } from 'vitest';
import { plainWords } from '../../../src/demo/terminal/mrkdwn.ts';

test.each<readonly [mrkdwn: string, words: string]>([
  ['*bold* _italic_ ~gone~ `code`', 'bold italic gone code'],
  ['*two words*, then _more_.', 'two words, then more.'],
  ['*_both_*', 'both'],
  ['```block *as is*```', 'block *as is*'],
  ['`*as is*`', '*as is*'],
])('marks are dropped: %s', (mrkdwn, words) => {
  expect(plainWords(mrkdwn, 'UTC')).toBe(words);
});

test.each(['snake_case_name', '2 * 3 * 4', 'a*b*c', '*', '_ _', '~', '`', 'a\n*b\nc*'])(
  'no mark, so it stays: %j',
  (text) => {
    expect(plainWords(text, 'UTC')).toBe(text);
  },
);

test.each<readonly [mrkdwn: string, words: string]>([
  ['<@U1|ana> <@U2>', '@ana @U2'],
  ['<#C1|growth> <#C2|>', '#growth #C2'],
  ['<!subteam^S1|@ops> <!subteam^S2>', '@ops @S2'],
  ['<!here> <!channel>', '@here @channel'],
  ['*<@U1|ana>*', '@ana'],
])('mentions become names, as far as the message gives them: %s', (mrkdwn, words) => {
  expect(plainWords(mrkdwn, 'UTC')).toBe(words);
});

test.each<readonly [mrkdwn: string, words: string]>([
  ['<https://a.io/x_y_z>', 'https://a.io/x_y_z'],
  ['<https://a.io|docs>', 'docs (https://a.io)'],
  ['<http://a.io|a.io>', 'a.io'],
  ['<mailto:a@b.com|a@b.com>', 'a@b.com'],
])('links keep their address: %s', (mrkdwn, words) => {
  expect(plainWords(mrkdwn, 'UTC')).toBe(words);
});

test('entities are decoded once, and last', () => {
  expect(plainWords('&lt;b&gt; &amp;amp; &lt;@U1&gt;', 'UTC')).toBe('<b> &amp; <@U1>');
});

test('a quote is marked at the beginning of a line only', () => {
  expect(plainWords('&gt; said\na &gt; b\n`x`&gt; y', 'UTC')).toBe('│ said\na > b\nx> y');
});

test.each<readonly [timeZone: string, words: string]>([
  ['UTC', 'Nov 14, 2023 at 10:13 PM'],
  ['Asia/Singapore', 'Nov 15, 2023 at 6:13 AM'],
])('a date is shown in the reader’s zone: %s', (timeZone, words) => {
  expect(plainWords('<!date^1700000000^{date_short} at {time}|then>', timeZone)).toBe(words);
});

test.each<readonly [format: string, words: string]>([
  ['{date_num}', '2023-11-14'],
  ['{date_slash}', '14/11/2023'],
  ['{date_long_pretty}', 'Tuesday, November 14, 2023'],
  ['{time_secs}', '10:13:20 PM'],
  ['{ago}', 'then'],
  ['{constructor}', 'then'],
])('dates in the format %s', (format, words) => {
  expect(plainWords(`<!date^1700000000^${format}^https://a.io|then>`, 'UTC')).toBe(words);
});

test('a date that is none gives its fallback', () => {
  expect(plainWords('<!date^soon^{date}|then>', 'UTC')).toBe('then');
});
