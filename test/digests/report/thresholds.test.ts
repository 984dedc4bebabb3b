import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Thresholds } from '../../../src/digests/types.ts';
import { reportsOf } from './sample-readings.ts';

/** On which days, counted from 0, a digest names the account for a threshold. */
function namedOn(followers: readonly (number | undefined)[], thresholds: Thresholds): readonly number[] {
  const reports = reportsOf(
    followers.map((count) => ({ ann: count ?? 'throttled' })),
    thresholds,
  );
  return reports.flatMap(({ crossings }, day) => (crossings.length > 0 ? [day] : []));
}

test.each<[string, readonly (number | undefined)[], Thresholds, readonly number[]]>([
  ['the first run has nothing to compare with', [5000], { absolute: 1 }, []],
  ['a threshold is crossed, by all of it', [1000, 1099, 1100], { absolute: 100 }, [2]],
  ['hovering around it is named once', [1000, 1100, 1099, 1101, 1100, 1050], { absolute: 100 }, [1]],
  ['going all the way back is named, too', [1000, 1100, 1001, 1000], { absolute: 100 }, [1, 3]],
  ['falling counts like rising', [1000, 899], { absolute: 100 }, [1]],
  ['a slow drift over many posts is named', [1000, 1040, 1080, 1120], { absolute: 100 }, [3]],
  ['rising on is named again after as much more', [1000, 1100, 1199, 1200], { absolute: 100 }, [1, 3]],
  ['per cent are of what it had when last named', [1000, 1049, 1050, 1102, 1103], { percent: 5 }, [2, 4]],
  ['either threshold will do', [1000, 1010, 1021], { absolute: 1000, percent: 2 }, [2]],
  ['from nothing any gain is more than every percentage', [0, 0, 1, 1], { percent: 500 }, [2]],
  [
    'a time in which it can’t be read changes nothing',
    [1000, undefined, 1050, undefined, 1100],
    { absolute: 100 },
    [4],
  ],
  ['no threshold, nothing named', [1, 1_000_000], {}, []],
])('%s', (_, followers, thresholds, days) => {
  expect(namedOn(followers, thresholds)).toEqual(days);
});

test('between two posts that name it an account has moved by the threshold at least', () => {
  const days = fc.array(fc.nat(500), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 300 }), (followers, absolute) => {
      const named = namedOn(followers, { absolute });
      for (const [n, day] of named.entries()) {
        const before = followers[named[n - 1] ?? 0] as number;
        expect(Math.abs((followers[day] as number) - before)).toBeGreaterThanOrEqual(absolute);
        const hovering = followers.slice((named[n - 1] ?? 0) + 1, day);
        for (const count of hovering) expect(Math.abs(count - before)).toBeLessThan(absolute);
      }
    }),
  );
});
