import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDigestChart, type DigestChart } from '../../../../src/digests/report/digest-chart.ts';
import type { Zone } from '../../../../src/digests/schedule/zone.ts';
import {
  chartNotes,
  chartSentences,
  drawDigestChart,
  drawnNotes,
} from '../../../../src/slack/blocks/digests/digest-chart.ts';
import { toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { DAY, MONDAY, type Reading, reportOf } from '../../../digests/report/sample-readings.ts';
import { readerOf } from '../../readers.ts';

const BERLIN = 'Europe/Berlin' as Zone;
const HOUR = DAY / 24;
type Readings = Readonly<Record<string, Reading>>;

/** The chart over posts that came so many ms after the first. */
function chartOf(posts: readonly (readonly [after: number, readings: Readings])[]): DigestChart {
  const chart = createDigestChart(
    posts.map(([after, readings]) => ({ postedAt: MONDAY + after, readings: reportOf(readings).readings })),
    BERLIN,
  );
  if (!chart) throw new Error('no chart');
  return chart;
}

function drawn(posts: Parameters<typeof chartOf>[0], locale = 'en-US') {
  const { title, chart } = drawDigestChart(readerOf(locale, BERLIN), chartOf(posts));
  return { title, type: chart.type, ...chart.axis_config };
}

const seven: Readings = { a: 7, b: 6, c: 5, d: 4, e: 3, f: 2, g: 1 };

test('the title says what is left out, and the axis what it is', () => {
  expect(
    drawn([
      [0, { a: 1 }],
      [DAY, { a: 2 }],
    ]),
  ).toMatchObject({ title: 'Followers over time', x_label: 'Day' });
  expect(
    drawn([
      [0, seven],
      [DAY, seven],
    ]),
  ).toMatchObject({ title: 'Top 6 of 7 by followers', type: 'line' });
  expect(
    drawn([
      [0, { a: 1 }],
      [HOUR, { a: 2 }],
    ]),
  ).toMatchObject({
    x_label: 'Time',
    categories: ['09:00', '10:00'],
  });
  expect(drawn([[0, seven]])).toMatchObject({ title: 'Followers by account', x_label: 'Account', type: 'bar' });
});

test('an account that is too new for a line makes the title no lie, and is named', () => {
  const posts = [
    [0, seven],
    [DAY, seven],
    [2 * DAY, { ...seven, star: 99 }],
  ] as const;
  expect(drawn(posts).title).toBe('Followers of 6 of 8 accounts');
  const reader = readerOf('en-US', BERLIN);
  expect(chartNotes(reader, chartOf(posts)).map(toText)).toEqual(['Too new for a line in the chart: star']);
});

test('a day without a post is a point, too, so that a day and six days look like it, and the words leave it out', () => {
  const posts = [
    [0, { a: 1 }],
    [DAY, { a: 2 }],
    [7 * DAY, { a: 9 }],
  ] as const;
  expect(drawn(posts).categories).toEqual([23, 24, 25, 26, 27, 28, 29, 30].map((day) => `Nov ${day}`));
  const reader = readerOf('en-US', BERLIN);
  const [days, line] = chartSentences(reader, chartOf(posts)).map(toText);
  expect(days).toBe('Followers on Nov 23; Nov 24; Nov 30:');
  expect(line).toBe('a: 1; 2; 9');
  expect(drawnNotes(reader, chartOf(posts)).map(toText)).toEqual(['Where there was no post, the lines stay level.']);
});

const locales = ['en-US', 'en-GB', 'de-DE', 'ko-KR', 'ja-JP', 'zh-CN', 'vi-VN', 'pt-BR', 'ar-EG', 'fa-IR', 'bg-BG'];
const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'short' },
  { day: 'numeric', month: 'short', year: 'numeric' },
  { day: 'numeric', month: 'numeric', year: 'numeric' },
  { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
];

test('no two labels are alike, and each is a day or a time as it is written in its reader’s words', () => {
  const gaps = fc.array(fc.oneof(fc.nat(2 * HOUR), fc.nat(3 * DAY), fc.nat(60 * DAY), fc.constant(366 * DAY)), {
    minLength: 1,
    maxLength: 13,
  });
  fc.assert(
    fc.property(gaps, fc.constantFrom(...locales), (all, locale) => {
      let after = 0;
      const posts = [0, ...all].map((gap) => {
        after += gap;
        return [after, { a: 1 }] as const;
      });
      const { categories } = drawn(posts, locale);
      const { instants } = chartOf(posts);
      if (instants.length === 1) return;
      expect(new Set(categories).size).toBe(instants.length);
      const written = FORMS.map((form) => {
        const format = new Intl.DateTimeFormat(readerOf(locale).dateLocale, { ...form, timeZone: BERLIN });
        return instants.map((instant) => format.format(instant));
      });
      const plain = (labels: readonly string[]) => labels.map((label) => label.replaceAll(/\p{Cf}/gu, ' ').trim());
      expect(written.map(plain)).toContainEqual(plain(categories));
    }),
  );
});
