import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../../src/errors.ts';
import type { Report } from '../../../../src/followstats/reports/report.ts';
import type { MessageBlock } from '../../../../src/slack/blocks/kit/reply.ts';
import { toCsv } from '../../../../src/slack/blocks/reports/csv.ts';
import type { Reader } from '../../../../src/slack/words/reader.ts';
import { failed } from '../../../followstats/reports/sample-lookups.ts';
import { anyLocale, LOCALES, readerOf } from '../../readers.ts';
import { messagesIn } from '../../words/catalogues.ts';
import { patternOf } from '../../words/read-message.ts';
import { readCsv } from '../kit/read-csv.ts';
import { objectsIn, rowsIn, textsIn } from '../read-rendering.ts';
import { ASKED_AT, baseline, bigReport, counts, longId, reportOf, show } from './sample-reports.ts';

/** What a reader knows of one account: its numbers, and the change where there is one; what is known last where it failed. */
interface Shown {
  readonly id: string;
  readonly state: 'read' | 'last-known' | 'not-read';
  readonly numbers: readonly (number | undefined)[];
  readonly change: number | undefined;
}

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
    .map(([isCompared, rows]) =>
      reportOf(
        rows.map(([id, one, then]) => [id, one, isCompared ? then : undefined]),
        {},
        Object.fromEntries(rows.flatMap(([id, one, then]) => (one.kind === 'failed' && then ? [[id, then]] : []))),
      ),
    );

const NONE = [undefined, undefined, undefined];

function meant({ rows }: Report): readonly Shown[] {
  return rows.map(({ account: id, lookup: one, baseline: then, lastKnown }): Shown => {
    if (one.kind === 'failed') {
      const numbers = lastKnown ? [lastKnown.followers, lastKnown.following, lastKnown.mutual] : NONE;
      return { id, state: lastKnown ? 'last-known' : 'not-read', numbers, change: undefined };
    }
    const { followers, following, mutual } = one;
    return { id, state: 'read', numbers: [followers, following, mutual], change: then && followers - then.followers };
  });
}

const readOf = (shown: readonly Shown[]) => shown.filter(({ state }) => state === 'read');
const unreadOf = (shown: readonly Shown[]) => shown.filter(({ state }) => state !== 'read');

/** Reads a number written for a person of any of the locales above. */
const toNumber = (written = '') =>
  written === '–' ? undefined : Number(written.replace(/[.,]/g, '').replace('−', '-'));
const toNumbers = (written: readonly (string | undefined)[]) => written.map(toNumber);

/** Those that were read, from a rendering's table, or from the line of a single one. */
function shownByBlocks(reader: Reader, blocks: readonly MessageBlock[], ids: readonly string[]): readonly Shown[] {
  const rows = rowsIn(blocks);
  if (rows.length === 0) return readOf(shownByText(reader, linesOf(blocks).join('\n'), ids));
  return rows.map(([id = '', ...cells]): Shown => {
    const [followers, change, following, mutual] = cells.length === 4 ? cells : [cells[0], '–', cells[1], cells[2]];
    return { id, state: 'read', numbers: toNumbers([followers, following, mutual]), change: toNumber(change) };
  });
}

/** The lines of a rendering's rich text. */
const linesOf = (blocks: readonly MessageBlock[]) =>
  objectsIn(blocks)
    .filter(({ type }) => type === 'rich_text_section')
    .map((section) => textsIn(section).join(''));

/** In blocks an instant that Slack writes is no text. */
const SHAPES = { change: '[+−]?[\\d.,]+|–', since: '.*?' };

/** What each language makes of the lines below, to be read back. */
const PATTERNS = new Map(
  LOCALES.map((locale) => readerOf(locale)).map((reader) => [reader.language, makePatterns(reader)]),
);
const patternsOf = ({ language }: Reader) => PATTERNS.get(language) ?? makePatterns({ language });

function makePatterns({ language }: Pick<Reader, 'language'>) {
  const { reports, failureLines } = messagesIn(language);
  const line = (message: string) => new RegExp(`^${patternOf(message, SHAPES)}$`);
  const within = (message: string) => new RegExp(patternOf(message));
  return {
    read: [reports.row, reports.rowWithChange, reports.rowUnchanged, reports.shortRow, reports.shortRowWithChange].map(
      line,
    ),
    unchanged: line(reports.rowUnchanged),
    unread: line(failureLines.line),
    besides: line(failureLines.besides),
    lastKnown: within(reports.lastKnown),
    shortLastKnown: line(reports.shortLastKnown),
    sharedUnread: line(reports.sharedUnread),
  };
}

function shownByText(reader: Reader, text: string, ids: readonly string[]): readonly Shown[] {
  const { read, unchanged, unread, besides, lastKnown, shortLastKnown } = patternsOf(reader);
  const known = new Map<string, Shown>();
  const keep = (shown: Shown) => known.set(shown.id, known.get(shown.id) ?? shown);
  for (const line of text.split('\n')) {
    const of = (...patterns: readonly RegExp[]) => patterns.map((pattern) => pattern.exec(line)?.groups).find(Boolean);
    const row = of(...read);
    const own = of(unread) ?? of(besides);
    const [short, last] = [of(shortLastKnown), of(lastKnown)];
    if (row) {
      const change = unchanged.test(line) ? 0 : toNumber(row.change ?? '–');
      keep({ id: row.account ?? '', state: 'read', numbers: numbersOf(row), change });
    } else if (short) {
      keep({ id: short.account ?? '', state: 'last-known', numbers: numbersOf(short), change: undefined });
    } else if (own && last) {
      const id = own.accounts ?? own.account ?? '';
      keep({ id, state: 'last-known', numbers: numbersOf(last), change: undefined });
    }
  }
  return ids.map((id) => known.get(id) ?? { id, state: 'not-read', numbers: NONE, change: undefined });
}

const numbersOf = ({ followers, following, mutual }: Readonly<Record<string, string>>) =>
  toNumbers([followers, following, mutual]);

/** Every account that couldn't be read, by the lines that name it. */
const namedUnread = (reader: Reader, lines: readonly string[]) =>
  lines.flatMap((line) => patternsOf(reader).unread.exec(line)?.groups?.accounts?.split(separatorsOf(reader)) ?? []);

/** What stands between the accounts of a list. */
function separatorsOf(reader: Reader): RegExp {
  const [[, two = ''], [, first = '', , last = '']] = [reader.listParts(['a', 'b']), reader.listParts(['a', 'b', 'c'])];
  return new RegExp([last, two, first].map((text) => RegExp.escape(text)).join('|'));
}

function shownByCsv(reader: Reader, asked: Report): readonly Shown[] {
  const { read, lastKnown, unread } = messagesIn(reader.language).reports.status;
  const states = new Map<string, Shown['state']>([
    [read, 'read'],
    [lastKnown, 'last-known'],
    [unread, 'not-read'],
  ]);
  const [, ...rows] = readCsv(toCsv(reader, asked), ',');
  return rows.map(([id = '', , followers, following, mutual, change, , state = '']): Shown => {
    const [numbers, by] = [[followers, following, mutual].map(toCell), toCell(change)];
    // A UserID that a spreadsheet might run begins with a quote that isn't its own.
    return { id: id.replace(/^'(?=[=+\-@])/, ''), state: states.get(state) ?? 'not-read', numbers, change: by };
  });
}

const toCell = (cell = '') => (cell === '' ? undefined : Number(cell));

test('the renderings, the text and the file carry the same accounts and numbers, in the order asked', () => {
  fc.assert(
    fc.property(report(60), anyLocale, (asked, locale) => {
      const reader = readerOf(locale);
      const { text, renderings } = show(asked, { locale });
      const { accounts } = asked.who;
      expect(renderings).toHaveLength(asked.read > 1 ? 3 : 1);
      for (const blocks of renderings) {
        expect(shownByBlocks(reader, blocks, accounts)).toEqual(readOf(meant(asked)));
        const listed = unreadOf(shownByText(reader, linesOf(blocks).join('\n'), accounts));
        expect(listed.filter(({ state }) => state === 'last-known')).toEqual(
          meant(asked).filter(({ state }) => state === 'last-known'),
        );
      }
      expect(shownByText(reader, text, accounts)).toEqual(meant(asked));
      expect(namedUnread(reader, text.split('\n')).toSorted()).toEqual(
        unreadOf(meant(asked))
          .map(({ id }) => id)
          .toSorted(),
      );
      expect(shownByCsv(reader, asked)).toEqual(meant(asked));
    }),
    { numRuns: 150 },
  );
});

test('a column holds numbers alone, each the very one it shows, so that Slack sorts by all of them', () => {
  fc.assert(
    fc.property(report(20), anyLocale, (asked, locale) => {
      const [table] = objectsIn(show(asked, { locale }).renderings[0]).filter(({ type }) => type === 'data_table');
      const rows = (table?.rows ?? []) as readonly (readonly { type: string; value?: number; text: string }[])[];
      for (const { type, value, text } of rows.slice(1).flatMap((row) => row.slice(1))) {
        expect(type).toBe('raw_number');
        if (text === '–') expect(value).toBeLessThan(-Number.MAX_SAFE_INTEGER + 1);
        else expect(toNumber(text)).toBe(value);
      }
    }),
  );
});

test('in front of everyone the same numbers stand, and of those that failed only how many', () => {
  fc.assert(
    fc.property(report(30), anyLocale, (asked, locale) => {
      const reader = readerOf(locale);
      const { text, renderings } = show(asked, { locale, sharedBy: 'U0ANA' });
      const { accounts } = asked.who;
      for (const blocks of renderings) expect(shownByBlocks(reader, blocks, accounts)).toEqual(readOf(meant(asked)));
      expect(readOf(shownByText(reader, text, accounts))).toEqual(readOf(meant(asked)));
      expect(text).not.toContain('⚠');
      const { lastKnown, sharedUnread } = patternsOf(reader);
      expect(text).not.toMatch(lastKnown);
      const counted = text.split('\n').flatMap((line) => sharedUnread.exec(line)?.groups?.failed ?? []);
      expect(counted.map(Number)).toEqual(asked.read < asked.rows.length ? [asked.rows.length - asked.read] : []);
    }),
  );
});

test('what is known last is never shown as read now, whatever else is', () => {
  const asked = reportOf(
    [
      ['alice', failed('throttled', 60007)],
      ['bob', counts(1)],
    ],
    {},
    { alice: { followers: 77_777, following: 66_666, mutual: 55_555, readAt: ASKED_AT - HOUR_MS } },
  );
  const { text, renderings } = show(asked);
  for (const shown of [text, ...renderings.map((blocks) => linesOf(blocks).join('\n'))]) {
    for (const line of shown.split('\n').filter((one) => /77,777|66,666|55,555/.test(one))) {
      expect(line).toMatch(
        /^⚠ alice: .*Last known: 77,777 followers, 66,666 following, 55,555 mutual \(today 09:30\)\./,
      );
    }
  }
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
    const reader = readerOf();
    const { text, renderings } = show(asked);
    expect(shownByText(reader, text, asked.who.accounts)).toEqual(meant(asked));
    for (const blocks of renderings) {
      const shown = shownByBlocks(reader, blocks, asked.who.accounts);
      expect(shown.length).toBeGreaterThan(90);
      expect(shown).toEqual(readOf(meant(asked)).slice(0, shown.length));
    }
  });
});
