import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DigestReport } from '../../../../src/digests/report/digest-report.ts';
import type { Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import { type Reading, reportsOf } from '../../../digests/report/sample-readings.ts';
import { objectsIn, rowsIn } from '../read-rendering.ts';
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
const locale = fc.constantFrom('en-US', 'de-DE', 'zh-CN', 'en-IN');

const toNumber = (written: string) => Number(written.replace(/[.,]/g, ''));
/** The followers gained, in whatever locale; `undefined` where there is no number. */
function gained(words: string): number | undefined {
  const [, sign, size = ''] = /^[▲▼●] ([+−]?)([\d.,]+)/.exec(words) ?? [];
  return sign === undefined ? undefined : toNumber(size) * (sign === '−' ? -1 : 1);
}

/** What a reader of a rendering's table knows. */
const shownByTable = (reply: Reply, n: number) => rowsIn(reply.renderings[n] ?? []).map((row) => row.slice(0, 6));

/** What a reader of the text knows; Slack shows them the three escaped characters as they are. */
function shownByText({ text }: Reply, { rows }: DigestReport): readonly (readonly string[])[] {
  const lines = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').split('\n');
  return rows.map(({ account }) => {
    const line = lines.find((one) => one.startsWith(`${account}: `))?.slice(account.length + 2) ?? '';
    const read = /^(.+) followers, since the last post (.+), in seven days (.+), (.+) following, (.+) mutual$/.exec(
      line,
    );
    return read ? [account, ...read.slice(1)] : [account, ...Array(5).fill(line.startsWith('–') ? '–' : line)];
  });
}

/** What a reader of the chart knows, by its own labels. */
function shownByChart(reply: Reply) {
  const chart = objectsIn(reply.renderings[0]).find(({ type }) => type === 'data_visualization')?.chart;
  const { type, series } = chart as { type: string; series: { name: string; data: { value: number }[] }[] };
  if (type === 'bar') return series.flatMap(({ data }) => data.map(({ value }) => [value]));
  return series.map(({ data }) => data.map(({ value }) => value));
}

/** The same in words, without a chart. */
function shownByWords(text: string): readonly (readonly number[])[] {
  const [, after = ''] = text.split(/Followers at the last \d+ posts, the oldest first:\n/);
  const numbers = /^.*: ([\d.,]+(?:; [\d.,]+)+)$/;
  return after.split('\n').flatMap((line) => {
    const [, shown] = numbers.exec(line) ?? [];
    return shown === undefined ? [] : [shown.split('; ').map(toNumber)];
  });
}

test('chart, tables and text carry the same accounts and numbers', () => {
  fc.assert(
    fc.property(posts, locale, (readings, readers) => {
      const reports = reportsOf(readings);
      const report = reports.at(-1) as DigestReport;
      const reply = showLast(reports, { locale: readers });
      const tables = reply.renderings.map((_, n) => shownByTable(reply, n));
      expect(tables.length).toBe(report.read > 0 ? 4 : 3);
      for (const table of tables) expect(table).toEqual(tables[0]);
      expect(shownByText(reply, report)).toEqual(tables[0]);

      for (const [n, { account, lookup, sinceLast, sinceWeek }] of report.rows.entries()) {
        const [id, followers = '', last = '', week = '', following = '', mutual = ''] = tables[0]?.[n] ?? [];
        expect(id).toBe(account);
        if (lookup.kind === 'failed') expect([followers, last, week, following, mutual]).toEqual(Array(5).fill('–'));
        else {
          const written = [followers, following, mutual].map((text) => toNumber(text.replace(/ \(.*/, '')));
          expect(written).toEqual([lookup.followers, lookup.following, lookup.mutual]);
          expect(gained(last)).toBe(sinceLast.kind === 'delta' ? sinceLast.followers.by : undefined);
          expect(gained(week)).toBe(sinceWeek.kind === 'delta' ? sinceWeek.followers.by : undefined);
          if (sinceLast.kind === 'none') expect(last).toMatch(/^n\/a: \w/);
        }
      }

      if (report.read === 0) return;
      const drawn = shownByChart(reply);
      const lines = drawn.filter(({ length }) => length > 1);
      expect(shownByWords(reply.text)).toEqual(lines);
      const now = report.rows.flatMap(({ lookup }) => (lookup.kind === 'found' ? [lookup.followers] : []));
      for (const values of drawn) expect(now).toContain(values.at(-1));
      const past = reports
        .flatMap(({ readings }) => [...readings.values()])
        .map((reading) => reading.kind === 'read' && reading.counts.followers);
      for (const value of drawn.flat()) expect(past).toContain(value);
    }),
    { numRuns: 100 },
  );
});
