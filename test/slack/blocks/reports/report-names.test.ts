import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName } from '../../../../src/followstats/names/clean-name.ts';
import type { Report } from '../../../../src/followstats/reports/report.ts';
import { charactersIn } from '../../../../src/slack/blocks/kit/characters.ts';
import { LIMITS } from '../../../../src/slack/blocks/kit/limits.ts';
import { toCsv } from '../../../../src/slack/blocks/reports/csv.ts';
import { reportReply } from '../../../../src/slack/blocks/reports/report.ts';
import { failed } from '../../../followstats/reports/sample-lookups.ts';
import { HOSTILE_NAMES, readerOf } from '../../readers.ts';
import { readCsv } from '../kit/read-csv.ts';
import { objectsIn, rowsIn, textsIn, unescaped } from '../read-rendering.ts';
import { baseline, bigReport, counts, longId, reportOf } from './sample-reports.ts';

/** The reply to a person to whom these names are known. */
function showNamed(report: Report, nameOf: (account: string) => string | undefined, sharedBy?: string) {
  const reader = { ...readerOf(), nameOf };
  return { reader, ...reportReply(reader, report, { buttonValue: 'kept 1', sharedBy }) };
}

const NAMES: Readonly<Record<string, string>> = { alice: 'Alice Liddell', ghost: 'Boo' };
const nameOf = (account: string) => NAMES[account];

test('one account is one line with its name, in blocks and in words', () => {
  const { text, renderings } = showNamed(reportOf([['alice', counts(12)]]), nameOf);
  expect(text.split('\n')[0]).toBe('alice (Alice Liddell) · 12 followers · 2 following · 1 mutual');
  expect(textsIn(renderings[0]).join('')).toContain('alice (Alice Liddell) · 12 followers');
});

test.each([undefined, 'U1'])(
  'several have it in the first cell, in words, in the menu and in the file; shared by %s',
  (by) => {
    const report = reportOf([
      ['alice', counts(12), baseline(10)],
      ['bob', counts(3)],
      ['ghost', failed('missing_account', 30003)],
    ]);
    const { reader, text, renderings } = showNamed(report, nameOf, by);
    expect(renderings.map((blocks) => rowsIn(blocks).map(([account]) => account))).toEqual(
      Array(3).fill(['alice (Alice Liddell)', 'bob']),
    );
    expect(text).toContain('alice (Alice Liddell) · 12 followers');
    expect(text.includes('⚠ ghost (Boo): ')).toBe(by === undefined);
    const options = objectsIn(renderings[0]).flatMap(({ options: all }) => (all ? textsIn(all) : []));
    expect(options).toEqual(by ? [] : ['alice (Alice Liddell)', 'bob']);
    expect(readCsv(toCsv(reader, report), ',').map(([account, name]) => [account, name])).toEqual([
      ['\ufeffAccount', 'Name'].map((cell) => cell.replace('\ufeff', '')),
      ['alice', 'Alice Liddell'],
      ['bob', ''],
      ['ghost', 'Boo'],
    ]);
  },
);

test('a name that a spreadsheet might run is text in the file', () => {
  for (const name of ['=1+1', '@SUM(A1)', 'a;=1+1', '-2', '＝cmd']) {
    const { reader } = showNamed(reportOf([['alice', counts(1)]]), () => name);
    const [, row] = readCsv(toCsv(reader, reportOf([['alice', counts(1)]])), ',');
    expect(row?.[1]).toBe(name.replace(/(?:^|(?<=;))(?=[=@+\-＝])/, "'"));
  }
});

test.each([40, 100])('names that are long cost none of %i accounts its numbers', (size) => {
  const report = bigReport(size, (n) => counts(1_000_000 + n, 1_000_000, 1_000_000), longId);
  const long = '長い名前'.repeat(10);
  const { text, renderings } = showNamed(report, () => long);
  const plain = showNamed(report, () => undefined);
  for (const [n, blocks] of renderings.entries()) {
    expect(rowsIn(blocks).length).toBe(rowsIn(plain.renderings[n] ?? []).length);
    expect(charactersIn(blocks)).toBeLessThanOrEqual(LIMITS.messageCharacters);
  }
  expect(text.split('\n').filter((line) => line.includes('followers')).length).toBe(size);
});

test('where names have no room in the text, words and numbers stay', () => {
  const report = bigReport(500, (n) => counts(1_000_000 + n), longId);
  const { text } = showNamed(report, () => '😀'.repeat(20));
  const bare = showNamed(report, () => undefined);
  expect(text).toBe(bare.text);
  const fewer = bigReport(200, (n) => counts(1_000_000 + n), longId);
  expect(showNamed(fewer, () => 'Al').text.match(/\(Al\)/g)).toHaveLength(200);
});

/** The texts in which Slack reads markup: they are the same whatever names there are. */
const formattedIn = (blocks: unknown) =>
  objectsIn(blocks).flatMap(({ type, text }) => (type === 'mrkdwn' ? [text] : []));

const anyName = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: 'binary', maxLength: 60 }));

test('whatever names are, an answer mentions, links and formats nothing', () => {
  fc.assert(
    fc.property(fc.array(anyName, { minLength: 1, maxLength: 3 }), fc.boolean(), (raws, isShared) => {
      const report = reportOf([
        ...raws.map((_, n) => [`user_${n}`, counts(n + 1)] as const),
        ['gone', failed('missing_account', 30003)] as const,
      ]);
      const known = (account: string) => cleanName(raws[Number(account.slice(5))] ?? raws[0] ?? '');
      const { text, renderings, shorten } = showNamed(report, known, isShared ? 'U0SHARER001' : undefined);
      const plain = showNamed(report, () => undefined, isShared ? 'U0SHARER001' : undefined);
      for (const blocks of renderings) {
        expect(formattedIn(blocks)).toEqual(formattedIn(plain.renderings[0]));
        const types = new Set(objectsIn(blocks).map(({ type }) => type));
        for (const type of ['link', 'emoji', 'broadcast', 'usergroup', 'channel', 'color']) {
          expect(types).not.toContain(type);
        }
        const people = objectsIn(blocks).filter(({ type }) => type === 'user');
        expect(people.every(({ user_id: id }) => id === 'U0SHARER001')).toBe(true);
        expect(objectsIn(blocks).every(({ emoji }) => emoji !== true)).toBe(true);
      }
      for (const words of [text, shorten?.(300, true) ?? '']) {
        const markup = words.match(/<[^>]*>/g) ?? [];
        expect(markup.filter((one) => !/^<(?:@U0SHARER001|!date\^\d+\^[^|<>]*\|[^|<>]*)>$/.test(one))).toEqual([]);
        expect(unescaped(words)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f]/);
      }
    }),
    { numRuns: 300 },
  );
});
