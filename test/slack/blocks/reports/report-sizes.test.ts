import { describe, expect, test } from 'vitest';
import { charactersIn } from '../../../../src/demo/slack/blocks/characters.ts';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import type { Report } from '../../../../src/followstats/reports/report.ts';
import { failed } from '../../../followstats/reports/sample-lookups.ts';
import { ONE_A_LANGUAGE, readerOf } from '../../readers.ts';
import { messagesIn } from '../../words/catalogues.ts';
import { patternOf } from '../../words/read-message.ts';
import { rowsIn } from '../read-rendering.ts';
import { baseline, bigReport, counts, longId, reportOf, show } from './sample-reports.ts';

const SIZES = [1, 20, 21, 99, 100, 101, 250, 500];
const longWords = (n: number) => failed('upstream_refused', 99_000 + n, `reason ${n} ${'&<> '.repeat(80)}`);

const KINDS: readonly (readonly [what: string, make: (size: number) => Report])[] = [
  ['read accounts', (size) => bigReport(size, counts)],
  [
    'read accounts of the longest ids, with large counts',
    (size) => bigReport(size, () => counts(4e9, 4e9, 4e9), longId),
  ],
  ['some failures', (size) => bigReport(size, (n) => (n % 3 === 1 ? failed('missing_account', 30003) : counts(n)))],
  ['failures for one reason', (size) => bigReport(size, () => failed('upstream_timeout'), longId)],
  ['failures with a long text each', (size) => bigReport(size, longWords, longId)],
  [
    'changes of large counts, each since its own time',
    (size) =>
      reportOf(
        Array.from({ length: size }, (_, n) => [
          longId(n),
          counts(4e9, 4e9, 4e9),
          baseline(3e9, 26 * 3_600_000 * (n + 1)),
        ]),
      ),
  ],
  [
    'failures with what was read of each last',
    (size) => {
      const ids = Array.from({ length: size }, (_, n) => longId(n));
      const known = ids.map((id) => [id, baseline(4e9)] as const);
      return reportOf(
        ids.map((id) => [id, failed('throttled', 60007)]),
        {},
        Object.fromEntries(known),
      );
    },
  ],
  ['ids that grow when escaped', (size) => bigReport(size, counts, (n) => `<${'&'.repeat(27)}${n}`)],
];

describe.each(KINDS)('%s', (_, make) => {
  test.each([
    ...SIZES.map((size) => ({ size, locale: 'en-US' })),
    // The words of other languages are as many, so that the largest is enough.
    ...ONE_A_LANGUAGE.slice(1).map((locale) => ({ size: 500, locale })),
  ])('$size of them make a message Slack takes, in every rendering, in $locale', ({ size, locale }) => {
    const { text, renderings } = show(make(size), { buttonValue: 'x'.repeat(255), role: 'admin', locale });
    expect(renderings.length).toBeGreaterThan(0);
    for (const blocks of renderings) {
      expect(validateBlocks(blocks, 'message')).toEqual([]);
      // `chat.postMessage` has been seen to refuse 11,341.
      expect(charactersIn(blocks)).toBeLessThanOrEqual(11_000);
    }
    expect(text.length).toBeLessThan(40_000);
  });
});

test('no account at all, only mentions, make a message of sentences', () => {
  const { text, renderings } = show(
    reportOf([], { unlinked: ['U1'], empty: [{ kind: 'group', groupId: 'S1', why: 'no-members' }] }),
  );
  expect(text.split('\n')).toHaveLength(2);
  for (const blocks of renderings) {
    expect(validateBlocks(blocks, 'message')).toEqual([]);
    expect(blocks.map(({ type }) => type)).toEqual(['rich_text']);
  }
});

test.each([
  [99, [99, 99, 99]],
  [100, [100, 99, 100]],
  [101, [100, 99, 100]],
  [500, [100, 99, 100]],
])('of %i rows the three tables show the first %j', (size, shown) => {
  const { renderings } = show(bigReport(size, counts));
  expect(renderings.map((blocks) => rowsIn(blocks).length)).toEqual(shown);
  for (const [n, blocks] of renderings.entries()) {
    const cut = JSON.stringify(blocks).includes(`The table shows the first ${shown[n]} of ${size} accounts.`);
    expect(cut).toBe((shown[n] as number) < size);
  }
});

test('long reasons leave the table its rows, and are counted where there is no room', () => {
  const report = bigReport(200, (n) => (n % 2 ? counts(n) : longWords(n)), longId);
  const [blocks = []] = show(report, { role: 'admin' }).renderings;
  expect(rowsIn(blocks).length).toBeGreaterThan(20);
  expect(JSON.stringify(blocks)).toMatch(/\d+ more accounts couldn’t be read\./);
});

describe('the text tells every one of 500 accounts', () => {
  test.each<[string, Report]>([
    ['of ordinary ids', bigReport(500, counts)],
    [
      'of the longest ids, with millions of followers',
      bigReport(500, () => counts(12_345_678, 1_234_567, 123_456), longId),
    ],
    ['that Chat doesn’t know', bigReport(500, () => failed('missing_account', 30003), longId)],
    ['that could not be reached', bigReport(500, () => failed('upstream_status'), longId)],
  ])('%s', (_, report) => {
    for (const locale of ONE_A_LANGUAGE) {
      const { text } = show(report, { locale });
      const named = new Set(
        text.split('\n').flatMap(
          (line) =>
            line
              .replace(/^⚠ /, '')
              .split(/(?:: |：| · )/)[0]
              ?.split(/, (?:and )?|、| and | 및 | 和 /) ?? [],
        ),
      );
      for (const { account } of report.rows) expect(named).toContain(account);
      expect(text).not.toMatch(new RegExp(`${patternOf(messagesIn(readerOf(locale).language).kit.moreLines)}$`));
      expect(text.length).toBeLessThan(40_000);
    }
  });
});
