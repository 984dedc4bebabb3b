import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charactersIn } from '../../../../src/demo/slack/blocks/characters.ts';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import { courseOf, type History } from '../../../../src/followstats/history/history.ts';
import { SPANS } from '../../../../src/followstats/history/spans.ts';
import { HISTORY_ANSWERS } from '../../../../src/slack/blocks/history/history.ts';
import { historyCsvHead, historyCsvRows } from '../../../../src/slack/blocks/history/history-csv.ts';
import { historyInView } from '../../../../src/slack/blocks/history/history-view.ts';
import type { MessageBlock, Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import type { Reader } from '../../../../src/slack/words/reader.ts';
import { AT, growing, historyOf } from '../../../followstats/history/sample-histories.ts';
import { manyAccounts } from '../../../followstats/reports/sample-lookups.ts';
import { anyLocale, ONE_A_LANGUAGE, readerOf } from '../../readers.ts';
import { messagesIn } from '../../words/catalogues.ts';
import { patternOf } from '../../words/read-message.ts';
import { readCsv } from '../kit/read-csv.ts';
import { objectsIn, rowsIn } from '../read-rendering.ts';
import { longId } from '../reports/sample-reports.ts';

const facts = { buttonValue: 'kept 1', maxAccounts: 100, cacheSeconds: 60 };
const show = (reader: Reader, history: History): Reply =>
  HISTORY_ANSWERS.history(reader, { kind: 'history', history }, facts);

const count = fc.option(fc.oneof(fc.nat(3000), fc.nat({ max: Number.MAX_SAFE_INTEGER })), { nil: undefined });
const readings = fc.array(count, { minLength: 1, maxLength: 14 }).filter((all) => all.some((one) => one !== undefined));
/** Of some accounts over some span, with gaps; the last months of a year and both changes of the clocks are among the instants. */
const anyHistory = fc
  .record({
    rows: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_.-]{0,20}$/), readings, {
      minKeys: 1,
      maxKeys: 12,
      noNullPrototype: true,
    }),
    span: fc.constantFrom(...SPANS),
    at: fc.integer({ min: AT - 400 * 86_400_000, max: AT + 400 * 86_400_000 }),
  })
  .map(({ rows, span, at }) => {
    const most = historyOf({}, { span, at }).instants.length;
    const fitting = Object.entries(rows).map(([id, all]) => [id, all.slice(-most)] as const);
    return historyOf(Object.fromEntries(fitting.filter(([, all]) => all.some((one) => one !== undefined))), {
      span,
      at,
    });
  })
  .filter(({ accounts }) => accounts.length > 0);
const anyZone = fc.constantFrom('UTC', 'Asia/Seoul', 'America/New_York', 'Australia/Lord_Howe');

const toNumber = (written = '') =>
  written === '–' ? undefined : Number(written.replace(/[.,]/g, '').replace('−', '-'));
const followersOf = ({ accounts }: History) =>
  new Map(accounts.map(({ account, readings: all }) => [account as string, all.map((one) => one?.followers)]));

interface Chart {
  readonly series: readonly { readonly name: string; readonly data: readonly { label: string; value: number }[] }[];
  readonly axis_config: { readonly categories: readonly string[] };
}

function chartIn(blocks: readonly MessageBlock[] = []): Chart | undefined {
  return objectsIn(blocks).find(({ type }) => type === 'data_visualization')?.chart as Chart | undefined;
}

/** What a reader of a table knows: by account, its followers at the instants that are shown, by their labels. */
function shownByTable(history: History, blocks: readonly MessageBlock[], header: readonly string[]) {
  const rows = rowsIn(blocks);
  const [first, second] = history.accounts;
  if (first && !second)
    return new Map([[first.account as string, rows.map(([at, followers]) => [at, toNumber(followers)])]]);
  if (history.accounts.length <= 6) {
    return new Map(
      history.accounts.map(({ account }, n) => [account as string, rows.map((row) => [row[0], toNumber(row[n + 1])])]),
    );
  }
  return new Map(
    rows.map(([account = '', , ...cells]) => [account, cells.map((cell, n) => [header[n + 2], toNumber(cell)])]),
  );
}

function headerOf(blocks: readonly MessageBlock[] = []): readonly string[] {
  const table = objectsIn(blocks).find(({ type }) => type === 'data_table');
  return ((table?.rows ?? []) as readonly (readonly { readonly text: string }[])[])[0]?.map(({ text }) => text) ?? [];
}

/** What the text says of each account, in the order of the instants. */
function shownByText(reader: Reader, history: History, text: string) {
  const { text: words } = messagesIn(reader.language).history;
  const lines = text.split('\n');
  const line = (message: string) => new RegExp(`^${patternOf(message, { change: '[+−]?[\\d.,]+' })}$`);
  const [first, second] = history.accounts;
  if (first && !second) {
    const [rows, missing] = [[words.row, words.firstRow].map(line), line(words.missing)];
    const told = lines.flatMap((one) => {
      const row = rows.map((pattern) => pattern.exec(one)?.groups).find(Boolean);
      return row ? [toNumber(row.followers)] : missing.test(one) ? [undefined] : [];
    });
    return new Map([[first.account as string, told]]);
  }
  const series = line(words.series);
  return new Map(
    lines.flatMap((one): [string, (number | undefined)[]][] => {
      const { account, followers } = series.exec(one)?.groups ?? {};
      const isOne = history.accounts.some((own) => own.account === account);
      return account && followers && isOne ? [[account, followers.split(words.between).map(toNumber)]] : [];
    }),
  );
}

test('chart, tables, text and file of one history carry the same numbers, and a gap is one everywhere', () => {
  fc.assert(
    fc.property(anyHistory, anyLocale, anyZone, (history, locale, zone) => {
      const reader = readerOf(locale, zone);
      const { text, renderings } = show(reader, history);
      const known = followersOf(history);
      const chart = chartIn(renderings[0]);
      expect(renderings).toHaveLength(chart ? 4 : 3);
      for (const blocks of renderings) expect(validateBlocks(blocks, 'message')).toEqual([]);

      expect(shownByText(reader, history, text)).toEqual(known);

      const header = headerOf(renderings[0]);
      const tables = renderings.map((blocks) => shownByTable(history, blocks, header));
      for (const table of tables) expect(table).toEqual(tables[0]);
      const labels = [...(tables[0]?.values() ?? [])][0]?.map(([label]) => label) ?? [];
      expect(labels).toHaveLength(history.instants.length);
      expect(new Set(labels).size).toBe(labels.length);
      for (const [account, cells] of tables[0] ?? [])
        expect(cells.map(([, shown]) => shown)).toEqual(known.get(account));

      if (chart) {
        const { categories } = chart.axis_config;
        expect(categories.length).toBeLessThanOrEqual(14);
        expect(chart.series.length).toBeLessThanOrEqual(6);
        const places = categories.map((category) => labels.indexOf(category));
        for (const { name, data } of chart.series) {
          // A name that is too long is cut to its beginning.
          const account = [...known.keys()].find((id) => id === name) ?? '';
          const values =
            known.get(account) ?? known.get([...known.keys()].find((id) => id.startsWith(name.slice(0, -1))) ?? '');
          expect(data.map(({ value }) => value)).toEqual(places.map((place) => values?.[place]));
          expect(data.map(({ label }) => label)).toEqual(categories);
        }
      }

      const all = history.accounts.flatMap(({ account, readings: own }) =>
        own.flatMap((one) => (one ? [{ account, ...one }] : [])),
      );
      const half = Math.ceil(all.length / 2);
      const file = [
        historyCsvHead(reader),
        historyCsvRows(reader, all.slice(0, half)),
        historyCsvRows(reader, all.slice(half)),
      ].join('');
      const [, ...rows] = readCsv(file, ',');
      expect(
        rows.map(([account, , followers, , , readAt]) => [account, Number(followers), Date.parse(readAt ?? '')]),
      ).toEqual(all.map(({ account, followers, readAt }) => [account, followers, readAt]));
      expect([...file].filter((one) => one === '\ufeff')).toHaveLength(1);
    }),
    { numRuns: 150 },
  );
});

test('a row of many accounts says how far its last number is from its first', () => {
  fc.assert(
    fc.property(
      anyHistory.filter(({ accounts }) => accounts.length > 6),
      anyLocale,
      (history, locale) => {
        const changes = rowsIn(show(readerOf(locale), history).renderings[0] ?? []).map(([, change]) =>
          toNumber(change),
        );
        const expected = history.accounts.map((one) => {
          const course = courseOf(one);
          return course && course.last.reading.followers - course.first.reading.followers;
        });
        expect(changes).toEqual(expected);
      },
    ),
    { numRuns: 50 },
  );
});

test('the modal shows the numbers of its account', () => {
  fc.assert(
    fc.property(
      anyHistory.map((history) => ({ ...history, accounts: history.accounts.slice(0, 1) })),
      anyLocale,
      (history, locale) => {
        const [one] = history.accounts;
        if (!one) return;
        const { renderings } = historyInView(readerOf(locale), history, { account: one.account });
        expect(rowsIn(renderings[0] ?? []).map(([, followers]) => toNumber(followers))).toEqual(
          one.readings.map((reading) => reading?.followers),
        );
        expect(validateBlocks(renderings[0] ?? [], 'modal')).toEqual([]);
      },
    ),
  );
});

test('the CSV is named only where its button is', () => {
  const history = historyOf(
    Object.fromEntries(manyAccounts(90).map((_, n) => [longId(n), growing(4e9 + n, 12_345_678)])),
  );
  const { table } = messagesIn('en').history;
  const build = (more: object) =>
    JSON.stringify(
      HISTORY_ANSWERS.history(readerOf('en-US'), { kind: 'history', history }, { ...facts, ...more }).renderings,
    );
  const cut = 'of 11 points in time.';
  const [own, lost, shared] = [build({}), build({ buttonValue: undefined }), build({ sharedBy: 'U1' })];
  for (const one of [own, lost, shared]) expect(one).toContain(cut);
  expect(own).toContain(table.allInCsv);
  for (const one of [lost, shared]) expect(one).not.toContain('CSV');
});

test('an answer that nobody else reads has its file, and nothing to share', () => {
  const { renderings } = HISTORY_ANSWERS.history(
    readerOf('en-US'),
    { kind: 'history', history: historyOf({ a: growing(1, 1) }) },
    { ...facts, mayShare: false },
  );
  const ids = objectsIn(renderings[0] ?? []).flatMap(({ action_id: id }) => id ?? []);
  expect(ids).toEqual(['followstats_history_csv']);
});

test('a text without room for every instant says so', () => {
  const history = historyOf(
    Object.fromEntries(manyAccounts(300).map((_, n) => [longId(n), growing(4e9 + n, 12_345_678)])),
  );
  const { text } = show(readerOf('en-US'), history);
  expect(text).toMatch(/\nThe text shows \d+ of 11 points in time\.\nFollowers on /);
  for (const { account } of history.accounts) expect(text).toContain(account);
});

describe('the largest histories', () => {
  const big = (size: number) =>
    historyOf(Object.fromEntries(manyAccounts(size).map((_, n) => [longId(n), growing(4e9 + n, 12_345_678)])));

  test.each(ONE_A_LANGUAGE.flatMap((locale) => [1, 6, 7, 20, 100, 500].map((size) => ({ size, locale }))))(
    '$size accounts make a message Slack takes, in every rendering, in $locale',
    ({ size, locale }) => {
      const history = big(size);
      const { text, renderings, shorten } = show(readerOf(locale), history);
      for (const blocks of renderings) {
        expect(validateBlocks(blocks, 'message')).toEqual([]);
        expect(charactersIn(blocks)).toBeLessThanOrEqual(11_000);
        // Every account has its row, as long as a table has so many.
        if (size <= 99) expect(rowsIn(blocks)).toHaveLength(size > 6 ? size : 11);
      }
      for (const { account } of history.accounts) expect(text).toContain(account);
      expect(text.length).toBeLessThanOrEqual(40_000);
      expect(shorten?.(3900, true).length).toBeLessThanOrEqual(3900);
    },
  );
});
