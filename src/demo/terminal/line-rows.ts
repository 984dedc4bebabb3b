import { columnsOf, numberWords, pad, wrap } from './columns.ts';
import type { Page } from './page.ts';

const STEPS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** A point of a chart. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

interface Line {
  readonly name: string;
  readonly bars: readonly Bar[];
}

/**
 * Lines of a chart as a row each: name, first value, its shape, last value; below them from when to when. Each has a scale of its
 * own, from its lowest value to its highest: on a common one, the shape of an account with few followers would be flat.
 */
export function lineRows(lines: readonly Line[], page: Page): readonly string[] {
  const widthOf = (texts: readonly string[]) => Math.max(0, ...texts.map(columnsOf));
  const nameWidth = widthOf(lines.map(({ name }) => name));
  const firstWidth = widthOf(lines.map(({ bars }) => valueAt(bars, 0)));
  const lastWidth = widthOf(lines.map(({ bars }) => valueAt(bars, -1)));
  const rows = lines.map(({ name, bars }) =>
    [
      pad(name, nameWidth, 'right'),
      pad(valueAt(bars, 0), firstWidth, 'left'),
      page.paint('cyan', shapeOf(bars)),
      pad(valueAt(bars, -1), lastWidth, 'left'),
    ].join(' '),
  );
  const [longest = []] = lines.map(({ bars }) => bars).toSorted((a, b) => b.length - a.length);
  const span = [longest[0], longest.at(-1)].map((bar) => bar?.label ?? '').join(' – ');
  return [...rows, ...(longest.length > 0 ? wrap(span, page.width).map((line) => page.paint('dim', line)) : [])];
}

function valueAt(bars: readonly Bar[], place: number): string {
  const bar = bars.at(place);
  return bar ? numberWords(bar.value) : '';
}

function shapeOf(bars: readonly Bar[]): string {
  const values = bars.map(({ value }) => value);
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest;
  return values
    .map((value) => STEPS[span === 0 ? 0 : Math.round(((value - lowest) / span) * (STEPS.length - 1))])
    .join('');
}
