/** Room inside the drawing, in units of its view box. */
export const PLOT = { width: 560, left: 58, right: 546, top: 12, bottom: 208 } as const;

export interface Scale {
  /** Round numbers from below the smallest value to above the largest; 0 is always one of them for bars and areas. */
  readonly ticks: readonly number[];
  /** Vertical place of a value. */
  readonly y: (value: number) => number;
  /** Horizontal middle of a category's band. */
  readonly x: (category: number) => number;
  /** Width of a category's band. */
  readonly band: number;
}

interface Options {
  readonly values: readonly number[];
  readonly categories: number;
  /** Bars and areas measure from 0; a line may begin anywhere. */
  readonly fromZero: boolean;
}

export function createScale({ values, categories, fromZero }: Options): Scale {
  const ticks = roundTicks(fromZero ? [0, ...values] : values);
  const lowest = ticks[0] ?? 0;
  const span = (ticks.at(-1) ?? 1) - lowest;
  const band = (PLOT.right - PLOT.left) / Math.max(categories, 1);
  return {
    ticks,
    y: (value) => PLOT.bottom - ((value - lowest) / span) * (PLOT.bottom - PLOT.top),
    x: (category) => PLOT.left + (category + 0.5) * band,
    band,
  };
}

/** About five steps of 1, 2 or 5 times a power of ten. */
function roundTicks(values: readonly number[]): readonly number[] {
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const rough = (high - low || Math.abs(high) || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
