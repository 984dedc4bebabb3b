import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charactersIn } from '../../../../src/demo/slack/blocks/characters.ts';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import type { DigestReport } from '../../../../src/digests/report/digest-report.ts';
import type { ErrorCode } from '../../../../src/errors.ts';
import { type Reading, reportsOf } from '../../../digests/report/sample-readings.ts';
import { anyLocale, LOCALES, ONE_A_LANGUAGE, readerOf } from '../../readers.ts';
import { messagesIn } from '../../words/catalogues.ts';
import { patternOf } from '../../words/read-message.ts';
import { expectHarmless } from '../expect-harmless.ts';
import { hostileId, hostileText } from '../hostile-text.ts';
import { objectsIn, rowsIn } from '../read-rendering.ts';
import { longId } from '../reports/sample-reports.ts';
import { showLast } from './sample-digests.ts';

const SIZES = [1, 20, 21, 99, 100, 101, 500];
const MANY = 4_000_000_000;

/** A digest of `size` accounts over `posts` posts. */
const digestOf = (
  size: number,
  posts: number,
  idOf: (n: number) => string,
  readingOf: (n: number, post: number) => Reading,
) =>
  reportsOf(
    Array.from({ length: posts }, (_, post) =>
      Object.fromEntries(Array.from({ length: size }, (_, n) => [idOf(n), readingOf(n, post)])),
    ),
    { absolute: 1 },
  );

const shortId = (n: number) => `user_${n}`;
const large = (_: number, post: number): Reading => ({
  followers: MANY - post * 12_345_678,
  following: MANY - post,
  mutual: MANY - 2 * post,
});

const ERRORS: readonly ErrorCode[] = [
  'missing_account',
  'needs_admin',
  'throttled',
  'upstream_failed',
  'upstream_timeout',
  'incomplete_answer',
  'out_of_time',
  'upstream_resting',
];

const KINDS: readonly (readonly [what: string, make: (size: number) => readonly DigestReport[]])[] = [
  ['first runs', (size) => digestOf(size, 1, shortId, (n) => n)],
  ['changes all over', (size) => digestOf(size, 15, shortId, (n, post) => n * 10 + post)],
  ['the longest ids with the largest numbers', (size) => digestOf(size, 15, longId, large)],
  ['milestones and thresholds all over', (size) => digestOf(size, 2, longId, (n, post) => (n + 1) * 10 ** (2 + post))],
  ['accounts that all go', (size) => digestOf(size, 2, longId, (_, post) => (post === 0 ? 1 : 'missing_account'))],
  [
    'accounts that are all new',
    (size) =>
      reportsOf([
        { old: 1 },
        ...digestOf(size, 1, longId, large).map(() =>
          Object.fromEntries(Array.from({ length: size }, (_, n) => [longId(n), n])),
        ),
      ]),
  ],
  ['failures of all kinds', (size) => digestOf(size, 2, longId, (n) => ERRORS[n % ERRORS.length] ?? 'throttled')],
  ['failures between', (size) => digestOf(size, 3, shortId, (n, post) => ((n + post) % 3 === 0 ? 'throttled' : n))],
];

describe.each(KINDS)('%s', (_, make) => {
  test.each([
    ...SIZES.map((size) => ({ size, locale: 'en-US' as const })),
    // The words of other languages are as many, so that the largest is enough.
    ...ONE_A_LANGUAGE.slice(1).map((locale) => ({ size: 500, locale })),
  ])('of $size accounts make a message Slack takes, in every rendering, in $locale', ({ size, locale }) => {
    const reply = showLast(make(size), { title: '𝒳'.repeat(60), missedBefore: 9, isLate: true, locale });
    const { text, renderings } = reply;
    for (const blocks of renderings) {
      expect(validateBlocks(blocks, 'message')).toEqual([]);
      // `chat.postMessage` has been seen to refuse 11,341.
      expect(charactersIn(blocks)).toBeLessThanOrEqual(11_000);
    }
    expect(text.length).toBeLessThan(40_000);
    expect(text).not.toMatch(new RegExp(`${patternOf(messagesIn(readerOf(locale).language).kit.moreLines)}$`));
    for (const longest of [3900, 1000]) {
      for (const isAlone of [true, false]) {
        const short = reply.shorten?.(longest, isAlone) ?? '';
        expect(short.length).toBeLessThanOrEqual(longest);
        expect(short).toMatch(/^𝒳/u);
      }
    }
  });
});

test.each([
  [100, [100, 100, 99, 100]],
  [500, [100, 100, 99, 100]],
])('of %i accounts the tables show the first %j, and the rest is a button away', (size, shown) => {
  const { renderings } = showLast(digestOf(size, 2, shortId, (n, post) => n + post));
  expect(renderings.map((blocks) => rowsIn(blocks).length)).toEqual(shown);
  for (const [n, blocks] of renderings.entries()) {
    const isCut = (shown[n] as number) < size;
    expect(JSON.stringify(blocks).includes(`the first ${shown[n]} of ${size} accounts.`)).toBe(isCut);
    expect(objectsIn(blocks).some(({ action_id }) => action_id === 'followstats_digest_csv')).toBe(true);
  }
});

test('the button for the file is there however few accounts there are, also where none could be read', () => {
  for (const report of [digestOf(1, 1, shortId, (n) => n), digestOf(1, 1, shortId, () => 'throttled')]) {
    for (const blocks of showLast(report).renderings) expect(blocks.at(-1)?.type).toBe('actions');
  }
});

test('without a button there is none, and the message still says what is missing', () => {
  const { renderings } = showLast(
    digestOf(101, 1, shortId, (n) => n),
    { run: undefined },
  );
  expect(JSON.stringify(renderings)).not.toContain('button');
  expect(JSON.stringify(renderings[0])).toContain('the first 100 of 101');
});

test.each<[string, (n: number) => string, (n: number, post: number) => Reading]>([
  ['ordinary', shortId, (n, post) => n * 1000 + post],
  ['of the longest ids and numbers', longId, large],
])('the text tells every one of 500 accounts, %s', (_, idOf, readingOf) => {
  for (const locale of ONE_A_LANGUAGE) {
    const { text } = showLast(digestOf(500, 2, idOf, readingOf), { locale });
    const named = new Set(text.split('\n').map((line) => line.split(/[:：]/)[0]));
    for (let n = 0; n < 500; n += 1) expect(named).toContain(idOf(n));
  }
});

test('a chart names every line and every post once, however alike their names are', () => {
  const alike = ['a'.repeat(20), 'a'.repeat(21), `${'a'.repeat(25)}b`, ' a', 'a', 'a '];
  const reports = reportsOf([1, 2, 3].map((post) => Object.fromEntries(alike.map((id, n) => [id, n + post]))));
  const sameMinute = reports.map((report) => ({
    ...report,
    period: { ...report.period, to: reports[0]?.period.to ?? 0 },
  }));
  for (const some of [reports, sameMinute]) {
    const [blocks = []] = showLast(some).renderings;
    expect(blocks.map(({ type }) => type)).toContain('data_visualization');
    expect(validateBlocks(blocks, 'message')).toEqual([]);
  }
});

test.each([...LOCALES, 'vi-VN', 'ar-EG', 'fa-IR', 'hi-IN', 'pt-BR', 'bg-BG'])(
  'in %s the message keeps within Slack’s limits',
  (locale) => {
    const { renderings } = showLast(digestOf(30, 15, longId, large), { locale });
    for (const blocks of renderings) expect(validateBlocks(blocks, 'message')).toEqual([]);
  },
);

test('titles and UserIDs of any kind stand in a digest as they are, and do nothing', () => {
  const reading = fc.oneof(fc.nat(99), fc.constantFrom<Reading>('throttled', 'missing_account'));
  const asked = fc.uniqueArray(
    hostileId.filter((id) => id !== '__proto__'),
    { minLength: 1, maxLength: 10 },
  );
  fc.assert(
    fc.property(
      hostileText,
      asked,
      fc.array(reading, { minLength: 30, maxLength: 30 }),
      anyLocale,
      (title, ids, readings, locale) => {
        const posts = [0, 1, 2].map((post) =>
          Object.fromEntries(ids.map((id, n) => [id, readings[n + 10 * post] as Reading])),
        );
        const reply = showLast(reportsOf(posts, { absolute: 5 }), { title, locale });
        expect(expectHarmless(reply)).toEqual([]);
      },
    ),
    { numRuns: 50 },
  );
});
