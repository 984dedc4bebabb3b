import { numberFormat } from '../formats.ts';

/** How far a number is from an earlier one. */
export interface Delta {
  /** Negative when it fell. */
  readonly by: number;
  /** The same as a fraction of the earlier number, 0.5 for half as much again; `undefined` when that was 0. */
  readonly ratio: number | undefined;
}

/** Compares two numbers that were both read; where one is missing there is no delta. */
export function delta(now: number, before: number): Delta {
  const by = now - before;
  return { by, ratio: before === 0 ? undefined : by / before };
}

/** Below this a ratio would be written as 0 %. */
const LEAST_RATIO = 0.0005;

/**
 * Writes deltas: `+12 (+3.4%)`, `−3 (−0.1%)`, `0`; without a ratio `+12`. The sign alone says the direction.
 * @param locale BCP 47; the digits are written its way
 */
export function createDescribeDelta(locale: string): (delta: Delta) => string {
  const numbers = numberFormat(locale);
  const percents = numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });

  function describeRatio(ratio: number, sign: string): string {
    const isLeast = ratio < LEAST_RATIO;
    return `${isLeast ? '< ' : ''}${sign}${percents.format(isLeast ? 2 * LEAST_RATIO : ratio)}`;
  }

  return ({ by, ratio }) => {
    const size = numbers.format(Math.abs(by));
    if (by === 0) return size;
    const sign = by > 0 ? '+' : '−';
    return `${sign}${size}${ratio === undefined ? '' : ` (${describeRatio(Math.abs(ratio), sign)})`}`;
  };
}
