import { type Fields, fieldsOf, listOf, stringOf } from '../slack/blocks/json.ts';
import { columnsOf, numberWords, pad, wrap } from './columns.ts';
import { type Bar, lineRows } from './line-rows.ts';
import type { Page } from './page.ts';

/**
 * A `data_visualization` block: lines as a row each (see `lineRows`), all else as a list of bars, one list for each series, all
 * drawn to the same scale.
 */
export function chartLines(block: Fields, page: Page): readonly string[] {
  const chart = fieldsOf(block.chart);
  const title = wrap(stringOf(block.title), page.width).map((line) => page.paint('bold', line));
  const groups =
    chart.type === 'pie'
      ? [{ name: '', bars: barsOf(chart.segments) }]
      : listOf(chart.series).map((one) => {
          const { name, data } = fieldsOf(one);
          return { name: stringOf(name), bars: inOrder(barsOf(data), fieldsOf(chart.axis_config)) };
        });

  if (chart.type === 'line') return [...title, ...lineRows(groups, page)];
  const all = groups.flatMap(({ bars }) => bars);
  const labelWidth = Math.max(0, ...all.map(({ label }) => columnsOf(label)));
  const valueWidth = Math.max(0, ...all.map(({ value }) => numberWords(value).length));
  const largest = Math.max(...all.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const room = Math.max(1, page.width - labelWidth - valueWidth - 2);

  const draw = ({ label, value }: Bar) => {
    const length = Math.round((Math.abs(value) / largest) * room);
    const bar = (value < 0 ? '░' : '█').repeat(length);
    const shown = page.paint('cyan', bar);
    return `${pad(label, labelWidth, 'right')} ${pad(numberWords(value), valueWidth, 'left')} ${shown}`.trimEnd();
  };
  return [
    ...title,
    ...groups.flatMap(({ name, bars }) => [...(name === '' ? [] : wrap(name, page.width)), ...bars.map(draw)]),
  ];
}

function barsOf(points: unknown): readonly Bar[] {
  return listOf(points).map((point) => {
    const { label, value } = fieldsOf(point);
    return { label: stringOf(label), value: typeof value === 'number' && Number.isFinite(value) ? value : 0 };
  });
}

/** Points come in any order; the axis says which. */
function inOrder(bars: readonly Bar[], { categories }: Fields): readonly Bar[] {
  const places = listOf(categories);
  return bars.toSorted((a, b) => places.indexOf(a.label) - places.indexOf(b.label));
}
