/** Room inside the drawing, in pixels. */
export interface Plot {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The room in a drawing that is so many pixels wide. */
export function plotOf(width: number): Plot {
  return { width, left: 58, right: Math.max(width - 14, 120), top: 12, bottom: 208 };
}

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
  readonly plot: Plot;
  readonly values: readonly number[];
  readonly categories: number;
  /** Bars and areas measure from 0; a line may begin anywhere. */
  readonly fromZero: boolean;
}

export function createScale({ plot, values, categories, fromZero }: Options): Scale {
  const ticks = roundTicks(fromZero ? [0, ...values] : values);
  const lowest = ticks[0] ?? 0;
  const span = (ticks.at(-1) ?? 1) - lowest;
  const band = (plot.right - plot.left) / Math.max(categories, 1);
  return {
    ticks,
    y: (value) => plot.bottom - ((value - lowest) / span) * (plot.bottom - plot.top),
    x: (category) => plot.left + (category + 0.5) * band,
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

/** A label below the axis: where its middle stands. */
export interface AxisLabel {
  readonly place: number;
  readonly text: string;
  readonly x: number;
}

/**
 * The labels that fit below the axis without touching each other, the newest among them, none beyond the drawing.
 *
 * @param characterWidth pixels of a character
 */
export function axisLabels(
  categories: readonly string[],
  { x, band }: Scale,
  plot: Plot,
  characterWidth: number,
): readonly AxisLabel[] {
  const widthOf = (text: string): number => text.length * characterWidth;
  const widest = Math.max(...categories.map(widthOf), 1) + 10;
  const every = Math.ceil(widest / band);
  return categories.flatMap((text, place) => {
    if ((categories.length - 1 - place) % every !== 0) return [];
    const half = widthOf(text) / 2;
    return [{ place, text, x: Math.max(half, Math.min(x(place), plot.width - half)) }];
  });
}
