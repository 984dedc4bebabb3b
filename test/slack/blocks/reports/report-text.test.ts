import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../../src/followstats/reports/report.ts';
import { LIMITS } from '../../../../src/slack/blocks/kit/limits.ts';
import { type Reading, reportsOf } from '../../../digests/report/sample-readings.ts';
import { failed } from '../../../followstats/reports/sample-lookups.ts';
import { showLast } from '../digests/sample-digests.ts';
import { baseline, bigReport, counts, longId, reportOf, show } from './sample-reports.ts';

const HOUR_MS = 3_600_000;

/** UserIDs of one length, all different; some of signs that grow when they are escaped. */
const idOf = (length: number, isEscaped: boolean) => (n: number) => {
  const number = String(n).padStart(3, '0');
  return (isEscaped ? '&' : 'x').repeat(Math.max(0, length - number.length)) + number;
};
const followers = fc.oneof(fc.nat(3000), fc.nat(4_000_000_000));
const kind = fc.constantFrom('found', 'compared', 'missing', 'refused');

interface Shape {
  readonly size: number;
  readonly id: (n: number) => string;
  readonly numbers: readonly number[];
  readonly kinds: readonly string[];
}
const shape: fc.Arbitrary<Shape> = fc.record({
  size: fc.integer({ min: 1, max: 500 }),
  id: fc.tuple(fc.integer({ min: 3, max: 32 }), fc.boolean()).map(([length, isEscaped]) => idOf(length, isEscaped)),
  numbers: fc.array(followers, { minLength: 1, maxLength: 20 }),
  kinds: fc.array(kind, { minLength: 1, maxLength: 9 }),
});

const pick = <Value>(values: readonly Value[], n: number): Value => values[n % values.length] as Value;

function reportOfShape({ size, id, numbers, kinds }: Shape): Report {
  return reportOf(
    Array.from({ length: size }, (_, n) => {
      const [one, two] = [pick(numbers, n), pick(numbers, n + 1)];
      switch (pick(kinds, n)) {
        case 'missing':
          return [id(n), failed('missing_account', 30003)];
        case 'refused':
          return [id(n), failed('upstream_refused', 99_000 + n, `reason ${n} ${'&<> '.repeat(40)}`)];
        case 'compared':
          return [id(n), counts(one, two, one), baseline(two, 30 * HOUR_MS * (n + 1))];
        default:
          return [id(n), counts(one, two, one)];
      }
    }),
  );
}

/** The line that counts the accounts which are left out, and says where they are. */
const MORE =
  /^… and ([\d,.]+) more accounts?(, which the table shows|; press CSV to get all of them| that do(?:es)?n’t fit here; look (?:it|them) up in smaller groups)\.$/;

/** How a digest counts those that couldn't be read, where it has no room for their names or lines. */
const MORE_UNREAD =
  /(?:^| )(\d+) more accounts?(?= couldn’t be read\.$|: Chat)|^… and (\d+) more lines?(?=$|; the message)/g;

/** How many of these have a line of their own, and how many more the text says there are. */
function readBack(text: string, ids: readonly string[]) {
  const lines = text.split('\n').map((line) => line.replaceAll('&amp;', '&'));
  const starts = new Set(
    lines.flatMap((line) => /^(?:⚠ )?(.+?)(?:: | · )/.exec(line)?.[1]?.split(/, (?:and )?| and /) ?? []),
  );
  const own = ids.filter((id) => starts.has(id)).length;
  const more = lines.flatMap((line) => MORE.exec(line)?.slice(1) ?? []);
  const unread = lines.flatMap((line) => [...line.matchAll(MORE_UNREAD)].map(([, one, other]) => Number(one ?? other)));
  return {
    own,
    left: Number((more[0] ?? '0').replace(/\D/g, '')),
    where: more[1],
    unread: unread.reduce((sum, count) => sum + count, 0),
  };
}

const limits = fc.constantFrom(LIMITS.text, LIMITS.shortText, 1000);
const realLimits = fc.constantFrom(LIMITS.text, LIMITS.shortText);
const isAlone = fc.boolean();

test('whatever was read, every account is in the text or counted, with where to find it, within the limit', () => {
  fc.assert(
    fc.property(shape, limits, isAlone, (one, longest, alone) => {
      const report = reportOfShape(one);
      const text = show(report).shorten?.(longest, alone) ?? '';
      expect(text.length).toBeLessThanOrEqual(longest);
      const { own, left } = readBack(
        text,
        report.rows.map(({ account }) => account),
      );
      // One that is left out among the counts may still be named among the failures.
      expect(own + left).toBeGreaterThanOrEqual(one.size);
      expect(left).toBeLessThanOrEqual(one.size);
      expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
    }),
    { numRuns: 40 },
  );
});

test('so is every account of a digest', () => {
  fc.assert(
    fc.property(shape, realLimits, isAlone, ({ size, id, numbers, kinds }, longest, alone) => {
      const post = (later: number): Record<string, Reading> =>
        Object.fromEntries(
          Array.from({ length: size }, (_, n) => [
            id(n),
            pick(kinds, n) === 'missing' ? 'missing_account' : pick(numbers, n + later),
          ]),
        );
      const reply = showLast(reportsOf([post(0), post(1)], { absolute: 1 }));
      const text = reply.shorten?.(longest, alone) ?? '';
      expect(text.length).toBeLessThanOrEqual(longest);
      const { own, left, unread } = readBack(
        text,
        Array.from({ length: size }, (_, n) => id(n)),
      );
      expect(own + left + unread).toBeGreaterThanOrEqual(size);
      expect(reply.text.length).toBeLessThanOrEqual(LIMITS.text);
    }),
    { numRuns: 15 },
  );
});

describe('500 accounts of the longest ids with changes', () => {
  const changed = (large: number) =>
    reportOf(
      Array.from({ length: 500 }, (_, n) => [
        longId(n),
        counts(large + n, 1_234_567, 123_456),
        baseline(large, 26 * HOUR_MS * (n + 1)),
      ]),
    );

  test('of millions of followers all stand in the text, each with its change', () => {
    const { text } = show(changed(12_345_678));
    expect(
      readBack(
        text,
        changed(0).rows.map(({ account }) => account),
      ),
    ).toMatchObject({ own: 500, left: 0 });
    expect(text).toContain(`${longId(499)}: 12,346,177 (+499) / 1,234,567 / 123,456`);
  });

  test('of thousands of millions stand in it as far as they fit, and CSV has the others', () => {
    const { text } = show(changed(4_000_000_000_000));
    const { own, left, where } = readBack(
      text,
      changed(0).rows.map(({ account }) => account),
    );
    expect(own).toBeGreaterThan(400);
    expect(own + left).toBe(500);
    expect(where).toBe('; press CSV to get all of them');
  });

  test('in front of everyone, where there is no CSV, it is said how to see the others', () => {
    const { text } = show(changed(4_000_000_000_000), { sharedBy: 'U0ANA' });
    expect(text).toMatch(/more accounts that don’t fit here; look them up in smaller groups\./);
  });
});

test('accounts that a short text leaves out are said to be in the table where they are', () => {
  const reply = show(bigReport(90, counts, longId));
  expect(reply.shorten?.(LIMITS.shortText, false)).toMatch(/… and \d+ more accounts, which the table shows\./);
});
