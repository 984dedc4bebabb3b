import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../../src/errors.ts';
import type { Report } from '../../../../src/followstats/reports/report.ts';
import { failed } from '../../../followstats/reports/sample-lookups.ts';
import { objectsIn, rowsIn } from '../read-rendering.ts';
import { baseline, bigReport, counts, longId, reportOf, show } from './sample-reports.ts';

/** What a reader knows of one account: its numbers, none where it failed, and the change where there is one. */
type Shown = readonly [id: string, ...numbers: (number | undefined)[]];

const HOUR_MS = 3_600_000;

const number = fc.oneof(fc.nat(3000), fc.nat({ max: Number.MAX_SAFE_INTEGER }));
const lookup = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(number, number, number).map(([a, b, c]) => counts(a, b, c)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<ErrorCode>('throttled', 'upstream_timeout', 'missing_account')
      .map((code) => failed(code, code === 'missing_account' ? 30003 : undefined)),
  },
);
/** From too young to be compared with to years old. */
const before = fc.option(
  fc
    .tuple(number, fc.integer({ min: 0, max: 900 * 24 }))
    .map(([followers, hours]) => baseline(followers, hours * HOUR_MS)),
  { nil: undefined },
);
const report = (maxLength: number) =>
  fc
    .tuple(
      fc.boolean(),
      fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9_@#.-]{1,32}$/), lookup, before), {
        maxLength,
        selector: ([id]) => id,
      }),
    )
    .map(([isCompared, rows]) => reportOf(rows.map(([id, one, then]) => [id, one, isCompared ? then : undefined])));
const locale = fc.constantFrom('en-US', 'de-DE', 'zh-CN', 'en-IN');

function meant({ rows }: Report): readonly Shown[] {
  return rows.map(({ account, lookup: one, baseline: then }): Shown => {
    if (one.kind === 'failed') return [account, undefined, undefined, undefined, undefined];
    const { followers, following, mutual } = one;
    return [account, followers, following, mutual, then && followers - then.followers];
  });
}

/** Reads a number written for a person of any of the locales above. */
const toNumber = (written = '') => (written === '–' ? undefined : Number(written.replace(/[.,]/g, '')));

/** Reads `▲ +12 since 23 Nov`: arrow and sign say the same, and only nothing is 0. */
function toChange(written = ''): number | undefined {
  const [, arrow = '', sign = '', size] = /^([▲▼●]) ([+−]?)([\d.,]+) since \S/.exec(written) ?? [];
  if (size === undefined) return undefined;
  expect(`${arrow}${sign}`).toBe(size === '0' ? '●' : { '+': '▲+', '−': '▼−' }[sign]);
  return (toNumber(size) ?? 0) * (sign === '−' ? -1 : 1);
}

function shownByTable(blocks: Parameters<typeof rowsIn>[0]): readonly Shown[] {
  return rowsIn(blocks).map(([id = '', ...cells]) => [id, ...cells.slice(0, 3).map(toNumber), toChange(cells[3])]);
}

function shownByText(text: string, ids: readonly string[]): readonly Shown[] {
  const lines = text.split('\n');
  return ids.map((id): Shown => {
    const line = lines.find((one) => one.startsWith(`${id}: `))?.slice(id.length + 2) ?? '';
    if (/^–($|[, ])/.test(line)) return [id, undefined, undefined, undefined, undefined];
    const words = /^([\d.,]+) followers(?: \((.+)\))?, ([\d.,]+) following, ([\d.,]+) mutual$/.exec(line);
    const short = /^([\d.,]+)(?: \((.+)\))? \/ ([\d.,]+) \/ ([\d.,]+)$/.exec(line);
    const [, followers, change, following, mutual] = words ?? short ?? [];
    return [id, ...[followers, following, mutual].map(toNumber), toChange(change)];
  });
}

test('the three renderings and the text carry the same accounts and numbers, in the order asked', () => {
  fc.assert(
    fc.property(report(60), locale, (asked, readers) => {
      const { text, renderings } = show(asked, { locale: readers });
      expect(renderings).toHaveLength(3);
      for (const blocks of renderings) expect(shownByTable(blocks)).toEqual(meant(asked));
      expect(shownByText(text, asked.who.accounts)).toEqual(meant(asked));
      expect(text.split('\n').filter((line) => / followers[, ]|: –, /.test(line))).toHaveLength(asked.rows.length);
    }),
    { numRuns: 200 },
  );
});

test('cells that can be sorted hold the very number they show', () => {
  fc.assert(
    fc.property(report(20), locale, (asked, readers) => {
      const cells = objectsIn(show(asked, { locale: readers }).renderings[0]).filter(
        ({ type }) => type === 'raw_number',
      );
      for (const { value, text } of cells) expect(toNumber(String(text))).toBe(value);
      const numbers = meant(asked).flatMap(([, ...some]) => some.slice(0, 3).filter((one) => one !== undefined));
      expect(cells.map(({ value }) => value)).toEqual(numbers);
    }),
  );
});

describe('limits are for tables only', () => {
  test.each<[string, Report]>([
    ['500 rows', bigReport(500, (n) => (n % 7 === 0 ? failed('throttled') : counts(n, n * 2, n * 3)))],
    [
      '500 rows with changes that only fit as short lines',
      reportOf(
        Array.from({ length: 500 }, (_, n) => [longId(n), counts(n, 1234, 123), baseline(2 * n, (25 + n) * HOUR_MS)]),
      ),
    ],
    ['500 rows that only fit as short lines', bigReport(500, (n) => counts(n, 12_345_678, 1_234_567), longId)],
  ])('%s: tables tell the first of them, the text tells all', (_, asked) => {
    const { text, renderings } = show(asked);
    expect(shownByText(text, asked.who.accounts)).toEqual(meant(asked));
    for (const blocks of renderings) {
      const shown = shownByTable(blocks);
      expect(shown.length).toBeGreaterThan(90);
      expect(shown).toEqual(meant(asked).slice(0, shown.length));
    }
  });
});
