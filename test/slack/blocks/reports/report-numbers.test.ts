import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../../src/errors.ts';
import { LANGUAGES } from '../../../../src/followstats/languages.ts';
import type { Report } from '../../../../src/followstats/reports/report.ts';
import type { MessageBlock } from '../../../../src/slack/blocks/kit/reply.ts';
import { toCsv } from '../../../../src/slack/blocks/reports/csv.ts';
import { failed } from '../../../followstats/reports/sample-lookups.ts';
import { readerOf } from '../../readers.ts';
import { messageOf, messagePattern, WRITTEN_NUMBER } from '../../words/message-pattern.ts';
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
const locale = fc.constantFrom('en-US', 'de-DE', 'en-IN', ...LANGUAGES);

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
function shownByBlocks(blocks: readonly MessageBlock[], ids: readonly string[], readers = 'en-US'): readonly Shown[] {
  const rows = rowsIn(blocks);
  if (rows.length === 0) return readOf(shownByText(linesOf(blocks).join('\n'), ids, readers));
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

const ID = String.raw`[^\s:：]+`;

/** What each language's messages look like, from those that say most of an account to those that say least. */
const createPatterns = (locale: string) => {
  const numbers = { followers: WRITTEN_NUMBER, following: WRITTEN_NUMBER, mutual: WRITTEN_NUMBER };
  const args = { account: ID, change: String.raw`\S+`, ...numbers };
  const ofReports = (name: string) => messagePattern(locale, `reports.${name}`, args);
  return {
    unchanged: ofReports('rowUnchanged'),
    rows: ['rowWithChange', 'row', 'shortRowWithChange', 'shortRow'].map(ofReports),
    lastKnown: messagePattern(locale, 'reports.lastKnown', numbers, { isPart: true }),
    shortLastKnown: ofReports('shortLastKnown'),
    unread: messagePattern(locale, 'failureLines.line'),
    besides: messagePattern(locale, 'failureLines.besides', { account: ID }),
    sharedUnread: messagePattern(locale, 'reports.sharedUnread', { failed: WRITTEN_NUMBER, all: WRITTEN_NUMBER }),
  };
};

const PATTERNS = new Map<string, ReturnType<typeof createPatterns>>();

function patternsOf(locale: string) {
  const patterns = PATTERNS.get(locale) ?? createPatterns(locale);
  PATTERNS.set(locale, patterns);
  return patterns;
}

type Groups = Readonly<Record<string, string | undefined>>;

const groupsOf = (pattern: RegExp, line = ''): Groups | undefined => pattern.exec(line)?.groups;
const numbersOf = ({ followers, following, mutual }: Groups) => toNumbers([followers, following, mutual]);

/** What one line says of one account. */
function shownByLine(line: string, locale: string): Shown | undefined {
  const { unchanged, rows, lastKnown, shortLastKnown, unread, besides } = patternsOf(locale);
  const same = groupsOf(unchanged, line);
  if (same) return { id: same.account ?? '', state: 'read', numbers: numbersOf(same), change: 0 };
  for (const pattern of rows) {
    const row = groupsOf(pattern, line);
    if (!row) continue;
    const change = row.change === undefined ? undefined : toNumber(row.change);
    return { id: row.account ?? '', state: 'read', numbers: numbersOf(row), change };
  }
  const { accounts, account = accounts, what, more = what } = groupsOf(unread, line) ?? groupsOf(besides, line) ?? {};
  const known = groupsOf(shortLastKnown, line) ?? groupsOf(lastKnown, more);
  if (!known) return undefined;
  return { id: known.account ?? account ?? '', state: 'last-known', numbers: numbersOf(known), change: undefined };
}

function shownByText(text: string, ids: readonly string[], locale = 'en-US'): readonly Shown[] {
  const lines = text.split('\n').flatMap((line) => shownByLine(line, locale) ?? []);
  // Where an account stands twice, the line of its numbers now is the one that counts.
  const shown = new Map(lines.map((line) => [line.id, line]));
  for (const line of readOf(lines)) shown.set(line.id, line);
  return ids.map((id) => shown.get(id) ?? { id, state: 'not-read', numbers: NONE, change: undefined });
}

/** Every account that couldn't be read, by the lines that name it. */
const namedUnread = (lines: readonly string[], locale: string) =>
  lines.flatMap(
    (line) => groupsOf(patternsOf(locale).unread, line)?.accounts?.split(messageOf(locale, 'kit.comma')) ?? [],
  );

const STATES: Readonly<Record<string, Shown['state']>> = {
  read: 'read',
  'last known': 'last-known',
  'not read': 'not-read',
};

function shownByCsv(asked: Report): readonly Shown[] {
  const [, ...rows] = readCsv(toCsv(readerOf(), asked), ',');
  return rows.map(([id = '', followers, following, mutual, change, , state = '']): Shown => {
    const [numbers, by] = [[followers, following, mutual].map(toCell), toCell(change)];
    // A UserID that a spreadsheet might run begins with a quote that isn't its own.
    return { id: id.replace(/^'(?=[=+\-@])/, ''), state: STATES[state] ?? 'not-read', numbers, change: by };
  });
}

const toCell = (cell = '') => (cell === '' ? undefined : Number(cell));

test('the renderings, the text and the file carry the same accounts and numbers, in the order asked', () => {
  fc.assert(
    fc.property(report(60), locale, (asked, readers) => {
      const { text, renderings } = show(asked, { locale: readers });
      const { accounts } = asked.who;
      expect(renderings).toHaveLength(asked.read > 1 ? 3 : 1);
      for (const blocks of renderings) {
        expect(shownByBlocks(blocks, accounts, readers)).toEqual(readOf(meant(asked)));
        const listed = unreadOf(shownByText(linesOf(blocks).join('\n'), accounts, readers));
        expect(listed.filter(({ state }) => state === 'last-known')).toEqual(
          meant(asked).filter(({ state }) => state === 'last-known'),
        );
      }
      expect(shownByText(text, accounts, readers)).toEqual(meant(asked));
      expect(namedUnread(text.split('\n'), readers).toSorted()).toEqual(
        unreadOf(meant(asked))
          .map(({ id }) => id)
          .toSorted(),
      );
      expect(shownByCsv(asked)).toEqual(meant(asked));
    }),
    { numRuns: 200 },
  );
});

test('a column holds numbers alone, each the very one it shows, so that Slack sorts by all of them', () => {
  fc.assert(
    fc.property(report(20), locale, (asked, readers) => {
      const [table] = objectsIn(show(asked, { locale: readers }).renderings[0]).filter(
        ({ type }) => type === 'data_table',
      );
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
    fc.property(report(30), locale, (asked, readers) => {
      const { text, renderings } = show(asked, { locale: readers, sharedBy: 'U0ANA' });
      const { accounts } = asked.who;
      for (const blocks of renderings) expect(shownByBlocks(blocks, accounts, readers)).toEqual(readOf(meant(asked)));
      expect(readOf(shownByText(text, accounts, readers))).toEqual(readOf(meant(asked)));
      const { lastKnown, sharedUnread } = patternsOf(readers);
      expect(text).not.toContain('⚠');
      expect(text).not.toMatch(lastKnown);
      expect(Number(groupsOf(sharedUnread, text)?.failed ?? 0)).toBe(asked.rows.length - asked.read);
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
    const { text, renderings } = show(asked);
    expect(shownByText(text, asked.who.accounts)).toEqual(meant(asked));
    for (const blocks of renderings) {
      const shown = shownByBlocks(blocks, asked.who.accounts);
      expect(shown.length).toBeGreaterThan(90);
      expect(shown).toEqual(readOf(meant(asked)).slice(0, shown.length));
    }
  });
});
