import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DigestReport } from '../../../../src/digests/report/digest-report.ts';
import { toDigestCsv } from '../../../../src/slack/blocks/digests/digest-csv.ts';
import type { Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import type { Reader } from '../../../../src/slack/words/reader.ts';
import { type Reading, reportsOf } from '../../../digests/report/sample-readings.ts';
import { anyLocale, readerOf } from '../../readers.ts';
import { messagesIn } from '../../words/catalogues.ts';
import { patternOf } from '../../words/read-message.ts';
import { readCsv } from '../kit/read-csv.ts';
import { objectsIn, rowsIn, unescaped } from '../read-rendering.ts';
import { showLast } from './sample-digests.ts';

const count = fc.oneof(fc.nat(30), fc.nat(4_000_000_000));
const reading = fc.oneof(
  { weight: 3, arbitrary: fc.record({ followers: count, following: count, mutual: count }) },
  { weight: 1, arbitrary: fc.constantFrom<Reading>('throttled', 'missing_account', 'upstream_timeout') },
);
const ids = fc.stringMatching(/^[a-z][a-z0-9_@#.-]{0,31}$/).filter((id) => !(id in {}));
/** One digest over some posts; an account may come, go and fail. */
const posts = fc.uniqueArray(ids, { minLength: 1, maxLength: 15 }).chain((known) => {
  const post = fc.array(fc.tuple(fc.constantFrom(...known), reading), { minLength: 1 }).map(Object.fromEntries);
  return fc.array(post, { minLength: 1, maxLength: 16 });
});

const toNumber = (written: string) => Number(written.replace(/[.,]/g, ''));
/** The followers gained, in whatever locale; `undefined` where there is no number. */
function gained(words = '–'): number | undefined {
  const [, sign, size = ''] = /^([+−]?)([\d.,]+)/.exec(words) ?? [];
  return sign === undefined ? undefined : toNumber(size) * (sign === '−' ? -1 : 1);
}

/** What a reader of a rendering's table knows. */
const shownByTable = (reply: Reply, n: number) => rowsIn(reply.renderings[n] ?? []);

interface Told {
  readonly account: string;
  readonly followers: string;
  readonly sinceLast: string | undefined;
  readonly sinceWeek: string | undefined;
}

/** What each language makes of the lines below, to be read back. */
function patternsOf({ language }: Reader) {
  const { rows, chart } = messagesIn(language).digestPosts;
  const line = (message: string) => new RegExp(`^${patternOf(message, SHAPES)}$`);
  return {
    rows: [rows.sinceBoth, rows.sinceLast, rows.sinceWeek, rows.counts].map(line),
    // Days where the posts are days apart, times of a day where they are hours apart.
    chartTitles: [chart.inWords, chart.inWordsByTime].map(line),
    series: line(chart.series),
    between: chart.between,
    lastKnown: line(chart.lastKnown),
  };
}

/** A change, with its percentage or without. */
const CHANGE = '[+−]?[\\d.,]+(?: \\((?:< )?[+−]?[\\d.,]+\\s?%\\))?';
const SHAPES = { sinceLast: CHANGE, sinceWeek: CHANGE };

/** What a reader of the text knows, in its order; Slack shows them the three escaped characters as they are. */
function shownByText(reader: Reader, { text }: Reply): readonly Told[] {
  const { rows } = patternsOf(reader);
  return unescaped(text)
    .split('\n')
    .flatMap((line) => (rows.map((row) => row.exec(line)?.groups).find(Boolean) as Told | undefined) ?? []);
}

/** What a reader of the chart knows, by its own labels. */
function shownByChart(reply: Reply) {
  const chart = objectsIn(reply.renderings[0]).find(({ type }) => type === 'data_visualization')?.chart;
  const { type, series } = chart as { type: string; series: { name: string; data: { value: number }[] }[] };
  if (type === 'bar') return series.flatMap(({ data }) => data.map(({ value }) => [value]));
  return series.map(({ data }) => data.map(({ value }) => value));
}

/** The same in words, without a chart. */
function shownByWords(reader: Reader, text: string): readonly (readonly number[])[] {
  const { chartTitles, series, between, lastKnown } = patternsOf(reader);
  const lines = text.split('\n');
  const title = lines.findIndex((line) => chartTitles.some((one) => one.test(line)));
  if (title < 0) return [];
  return lines.slice(title + 1).flatMap((line) => {
    const told = series.exec(line)?.groups?.followers?.split(between) ?? [];
    const shown = told.map((one) => lastKnown.exec(one)?.groups?.count ?? one);
    return shown.length > 1 && shown.every((one) => /^[\d.,]+$/.test(one)) ? [shown.map(toNumber)] : [];
  });
}

/** The file’s rows: account, followers, gained since the last post and in a week, following, mutual; `undefined` for no number. */
function shownByCsv(reader: Reader, report: DigestReport) {
  const toCell = (cell = '') => (cell === '' ? undefined : Number(cell));
  const [, ...rows] = readCsv(toDigestCsv(reader, report), ',');
  return rows.map(([account = '', , followers, sinceLast, sinceWeek, following, , mutual]) => ({
    account: account.replace(/^'(?=[=+\-@])/, ''),
    numbers: [followers, following, mutual].map(toCell),
    gained: [sinceLast, sinceWeek].map(toCell),
  }));
}

test('chart, tables, text and file carry the same accounts and numbers', () => {
  fc.assert(
    fc.property(posts, anyLocale, (readings, locale) => {
      const reader = readerOf(locale);
      const reports = reportsOf(readings);
      const report = reports.at(-1) as DigestReport;
      const reply = showLast(reports, { locale });
      const tables = reply.renderings.map((_, n) => shownByTable(reply, n));
      expect(tables.length).toBe(report.read > 0 ? 4 : 1);
      for (const table of tables) expect(table).toEqual(tables[0]);

      const told = shownByText(reader, reply);
      const isFirst = reports.length === 1;
      expect(tables[0]).toEqual(
        told.map(({ account, followers, sinceLast }) =>
          isFirst ? [account, followers] : [account, followers, sinceLast ?? '–'],
        ),
      );
      expect(told.map(({ account }) => account)).toEqual(report.ranked.map(({ account }) => account));
      for (const [n, { lookup, sinceLast }] of report.ranked.entries()) {
        const row = told[n];
        if (lookup.kind === 'failed' || !row) throw new Error('a row of an account that was not read');
        expect(toNumber(row.followers)).toBe(lookup.followers);
        expect(gained(row.sinceLast)).toBe(sinceLast.kind === 'delta' ? sinceLast.followers.by : undefined);
      }
      const lines = unescaped(reply.text).split('\n');
      for (const { account, lookup } of report.rows) {
        if (lookup.kind === 'found') continue;
        const naming = lines.filter((line) => line.startsWith('⚠ ') && line.split(/[\s,:、：]+/).includes(account));
        expect(naming).toHaveLength(1);
      }

      expect(shownByCsv(reader, report)).toEqual(
        report.rows.map(({ account, lookup, sinceLast, sinceWeek }) => ({
          account,
          numbers:
            lookup.kind === 'found'
              ? [lookup.followers, lookup.following, lookup.mutual]
              : [undefined, undefined, undefined],
          gained: [sinceLast, sinceWeek].map((one) => (one.kind === 'delta' ? one.followers.by : undefined)),
        })),
      );

      if (report.read === 0) return;
      const drawn = shownByChart(reply);
      expect(shownByWords(reader, reply.text)).toEqual(drawn.filter(({ length }) => length > 1));
      const now = report.ranked.flatMap(({ lookup }) => (lookup.kind === 'found' ? [lookup.followers] : []));
      for (const values of drawn) expect(now).toContain(values.at(-1));
      const past = reports
        .flatMap((one) => [...one.readings.values()])
        .map((one) => one.kind === 'read' && one.counts.followers);
      for (const value of drawn.flat()) expect(past).toContain(value);
    }),
    { numRuns: 100 },
  );
});
