import { expect, test } from 'vitest';
import { toArrivalLines } from '../../../src/demo/page/arrival-lines.ts';
import { toMoment } from '../../../src/demo/page/moments.ts';
import { ANA, BO } from '../slack/open-workspace.ts';

const people = [ANA, { ...BO, realName: 'Bo Anders' }];
const arrival = (ts: string, channelName: string | undefined, isDigest: boolean) => ({
  ts,
  channelId: channelName ?? 'D0BO',
  channelName,
  personId: BO.id,
  isDigest,
});

test.each([
  ['nothing', [], []],
  ['a digest', [arrival('1', 'growth', true)], [['Posted in #growth', '1']]],
  ['seven digests', [arrival('1', 'growth', true), arrival('2', 'growth', true)], [['2 posts in #growth', '2']]],
  ['one to a person', [arrival('1', undefined, true)], [['Posted in Bo’s messages', '1']]],
  [
    'a notice before a digest',
    [arrival('1', undefined, false), arrival('2', 'growth', true)],
    [
      ['Posted in #growth', '2'],
      ['followstats wrote in Bo’s messages', '1'],
    ],
  ],
])('%s is told by place, and the newest of it is opened', (_, arrivals, expected) => {
  expect(toArrivalLines(arrivals, { people }).map(({ words, arrival: { ts } }) => [words, ts])).toEqual(expected);
});

const MONDAY = Date.parse('2026-11-30T08:00:00Z');

test.each([
  ['en-GB', 'Europe/Copenhagen', MONDAY - 60_000, 'Mon 09:00'],
  ['en-US', 'America/New_York', MONDAY - 60_000, 'Mon 3:00 AM'],
  ['zh-CN', 'Asia/Shanghai', MONDAY - 60_000, '周一 16:00'],
  ['en-GB', 'Europe/Copenhagen', MONDAY - 8 * 86_400_000, 'Mon 30 Nov, 09:00'],
  ['en-GB', 'Europe/Copenhagen', undefined, 'Mon 30 Nov, 09:00'],
])('for a reader of %s in %s a slot reads as their wall clock shows it', (locale, timeZone, now, expected) => {
  expect(toMoment(MONDAY, { locale, timeZone }, now).replaceAll('\u202f', ' ')).toBe(expected);
});
