import { expect, test } from 'vitest';
import { isWaitedFor, waitBeforeRetry } from '../../../src/digests/delivery/back-off.ts';

const START = Date.UTC(2026, 10, 23);

/** The waits of a run all of whose attempts fail, each `tookMs` after it began. */
function waits(tookMs: number, retryAfterMs?: number): readonly number[] {
  const all: number[] = [];
  let now = START + tookMs;
  for (let attempts = 1; ; attempts += 1) {
    const wait = waitBeforeRetry({ attempts, firstTriedAt: START }, now, retryAfterMs);
    if (wait === undefined) return all;
    all.push(wait);
    now += wait + tookMs;
  }
}

test('waits grow up to four minutes, and the last attempt is when the 15 minutes end', () => {
  const all = waits(0);
  expect(all.map((ms) => ms / 1000)).toEqual([15, 30, 60, 120, 240, 240, 195]);
  expect(all.reduce((sum, ms) => sum + ms, 0)).toBe(15 * 60_000);
});

test('what the attempts took counts, too', () => {
  expect(waits(60_000).map((ms) => ms / 1000)).toEqual([15, 30, 60, 120, 240, 75]);
});

test('the other side’s own wish is honoured, and is the end where it is too long', () => {
  expect(
    waits(0, 30_000)
      .map((ms) => ms / 1000)
      .slice(0, 3),
  ).toEqual([30, 30, 60]);
  expect(waits(0, 16 * 60_000)).toEqual([]);
});

test('a wait is counted on only where it still fits at the end of the attempt', () => {
  const tried = { attempts: 2, firstTriedAt: START };
  expect(isWaitedFor(tried, START, 14 * 60_000)).toBe(true);
  expect(isWaitedFor(tried, START, 14 * 60_000 + 1)).toBe(false);
  expect(isWaitedFor(tried, START + 14 * 60_000, 0)).toBe(false);
});
