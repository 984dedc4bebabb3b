import { numberOf, type Shape, shapeOf, shapesOf, textOf } from './shape.ts';

/** A line, bar or area chart: one number per series and category. */
export interface AxisChart {
  readonly kind: 'line' | 'bar' | 'area';
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly xLabel: string;
  readonly yLabel: string;
}

export interface Series {
  readonly name: string;
  /** In the order of the categories; undefined where the app sent no point. */
  readonly values: readonly (number | undefined)[];
}

export interface PieChart {
  readonly kind: 'pie';
  readonly segments: readonly { readonly label: string; readonly value: number }[];
}

/** The `chart` of a `data_visualization` block; undefined for a kind this page can't draw. */
export function readChart(block: Shape): AxisChart | PieChart | undefined {
  const chart = shapeOf(block.chart);
  const kind = chart.type;
  if (kind === 'pie') {
    const segments = shapesOf(chart.segments);
    return { kind, segments: segments.map(({ label, value }) => ({ label: textOf(label), value: numberOf(value) })) };
  }
  if (kind !== 'line' && kind !== 'bar' && kind !== 'area') return undefined;

  const axes = shapeOf(chart.axis_config);
  const categories = Array.isArray(axes.categories) ? axes.categories.map(textOf) : [];
  return {
    kind,
    categories,
    series: shapesOf(chart.series).map(({ name, data }) => {
      const byLabel = new Map(shapesOf(data).map(({ label, value }) => [textOf(label), numberOf(value)]));
      return { name: textOf(name), values: categories.map((category) => byLabel.get(category)) };
    }),
    xLabel: textOf(axes.x_label),
    yLabel: textOf(axes.y_label),
  };
}

/** Every number of the chart in words, for readers who can't see it. */
export function describeChart(chart: AxisChart | PieChart, locale: string): string {
  const format = new Intl.NumberFormat(locale).format;
  if (chart.kind === 'pie') {
    return `Pie chart. ${chart.segments.map(({ label, value }) => `${label}: ${format(value)}`).join(', ')}.`;
  }
  const lines = chart.series.map(({ name, values }) => {
    const points = chart.categories.map((category, at) => {
      const value = values[at];
      return `${category} ${value === undefined ? 'no value' : format(value)}`;
    });
    return `${name}: ${points.join(', ')}.`;
  });
  return `${chart.kind} chart. ${lines.join(' ')}`;
}
