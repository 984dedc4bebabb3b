import { describe, expect, test } from 'vitest';
import type { DigestReport } from '../../../src/digests/report/digest-report.ts';
import { describeSchedule, describeScheduleFault } from '../../../src/slack/blocks/digests/schedule-text.ts';
import { DAY, reportsOf } from '../../digests/report/sample-readings.ts';
import { scheduleOf } from '../../digests/schedule/sample-schedules.ts';
import { failed } from '../../followstats/reports/sample-lookups.ts';
import { showLast } from '../blocks/digests/sample-digests.ts';
import { objectsIn, rowsIn } from '../blocks/read-rendering.ts';
import { ASKED_AT, baseline, counts, reportOf, show } from '../blocks/reports/sample-reports.ts';
import { LOCALES, readerOf } from '../readers.ts';

const BIG = 12_345_678;
/** Where `Intl` has Latin letters touch those of Chinese and Japanese the app puts a space. */
const dense = (text: string) => text.replaceAll(' ', '');

interface Chart {
  readonly chart: { readonly axis_config: { readonly categories: readonly string[] } };
}

describe.each(LOCALES)('for a reader of %s', (locale) => {
  const number = new Intl.NumberFormat(locale).format(BIG);
  // Dates hold words, so that who reads English with numbers of another language reads English dates.
  const dates = locale === 'de-DE' ? 'en' : locale;
  const dateOf = (at: number, zone = 'UTC') =>
    new Intl.DateTimeFormat(dates, { day: 'numeric', month: 'short', timeZone: zone }).format(at);

  test('a look-up writes numbers, changes and days as Intl does', () => {
    const report = reportOf([
      ['alice', counts(BIG), baseline(0, 20 * DAY)],
      ['bob', counts(BIG), baseline(2 * BIG, 3 * DAY)],
    ]);
    const { text, renderings } = show(report, { locale });
    expect(text).toContain(number);
    expect(text).toContain(dateOf(ASKED_AT - 20 * DAY));
    expect(text).toContain(
      new Intl.DateTimeFormat(dates, { weekday: locale === 'zh-CN' ? 'short' : 'long', timeZone: 'UTC' }).format(
        ASKED_AT - 3 * DAY,
      ),
    );
    expect(rowsIn(renderings[0] ?? [])).toEqual([
      ['alice', number, `+${number}`, '2', '1'],
      ['bob', number, `−${number}`, '2', '1'],
    ]);
  });

  test('what was read last says when as Intl does, of yesterday too', () => {
    const { text } = show(reportOf([['alice', failed('throttled')]], {}, { alice: baseline(BIG, DAY) }), { locale });
    expect(text).toContain(number);
    expect(text).toContain(new Intl.RelativeTimeFormat(dates, { numeric: 'auto' }).format(-1, 'day'));
    expect(text).toContain('10:30');
  });

  test('a digest writes the days of its chart, and numbers, as Intl does in its own zone', () => {
    const reports = reportsOf([1, 2, 3].map((day) => ({ alice: BIG + day })));
    const reply = showLast(reports, { locale });
    const drawn: unknown = objectsIn(reply.renderings).find(({ type }) => type === 'data_visualization');
    const { categories } = (drawn as Chart).chart.axis_config;
    expect(categories).toEqual(reports.map((one: DigestReport) => dateOf(one.period.to, 'Europe/Berlin')));
    expect(reply.text).toContain(new Intl.NumberFormat(locale).format(BIG + 3));
  });

  test('several days and zones are one list as Intl writes lists in the reader’s language', () => {
    const reader = readerOf(locale);
    const zones = new Intl.ListFormat(reader.language, { type: 'disjunction' });
    expect(dense(describeScheduleFault(reader, { kind: 'unknown-zone', text: 'BST' }))).toContain(
      dense(zones.format(['Europe/London', 'Asia/Dhaka'])),
    );
    const { 1: monday, 3: wednesday } = reader.words.schedules.days;
    const days = new Intl.ListFormat(reader.language).format([monday(), wednesday()].map((day) => day.join('')));
    expect(dense(describeSchedule(reader, scheduleOf('0 9 * * 1,3', 'Asia/Seoul')))).toContain(dense(days));
  });
});

test('the locales write numbers and days in ways that differ', () => {
  const days = new Set(
    LOCALES.map((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(ASKED_AT)),
  );
  expect(days.size).toBeGreaterThanOrEqual(5);
  expect(new Set(LOCALES.map((locale) => new Intl.NumberFormat(locale).format(BIG))).size).toBe(3);
});
