import { failed } from './fault.ts';
import { LIMITS } from './limits.ts';
import { list, number, type Rule, string, typed, union, untyped } from './shape.ts';

const label = string({ max: LIMITS.chartLabel });

const segment = untyped({ required: { label, value: number({ min: Number.MIN_VALUE }) } });
const point = untyped({ required: { label, value: number() } });
const series = untyped({ required: { name: label, data: list(point, 1, LIMITS.chartPoints) } });

const axis = untyped({
  required: { categories: list(label, 1, LIMITS.chartPoints) },
  optional: { x_label: string({ max: LIMITS.axisLabel }), y_label: string({ max: LIMITS.axisLabel }) },
});

/** The part of a chart that the rules read, once its properties fit. */
interface AxisChart {
  readonly axis_config: { readonly categories: readonly string[] };
  readonly series: readonly { readonly name: string; readonly data: readonly { readonly label: string }[] }[];
}

const uniqueNames: Rule = (fields, pointer) => {
  const chart = fields as unknown as AxisChart;
  return [
    ...repeated(chart.series.map(({ name }) => name)).map((index) =>
      failed(`${pointer}/series/${index}/name`, 'must be unique'),
    ),
    ...repeated(chart.axis_config.categories).map((index) =>
      failed(`${pointer}/axis_config/categories/${index}`, 'must be unique'),
    ),
  ];
};

/** Slack draws nothing for a gap: every series gives every category its one point, or the message is rejected. */
const onePointPerCategory: Rule = (fields, pointer) => {
  const { axis_config, series } = fields as unknown as AxisChart;
  const wanted = axis_config.categories.toSorted().join('\n');
  return series.flatMap(({ data }, index) => {
    const given = data
      .map((one) => one.label)
      .toSorted()
      .join('\n');
    return given === wanted
      ? []
      : [failed(`${pointer}/series/${index}/data`, 'must have exactly one point for each category')];
  });
};

function axisChart(type: string) {
  return typed(type, {
    required: { series: list(series, 1, LIMITS.chartSeries), axis_config: axis },
    rules: [uniqueNames, onePointPerCategory],
  });
}

const pie = typed('pie', { required: { segments: list(segment, 1, LIMITS.chartSegments) } });

export const dataVisualization = typed('data_visualization', {
  surfaces: ['message'],
  required: {
    title: string({ max: LIMITS.chartTitle }),
    chart: union(pie, axisChart('bar'), axisChart('area'), axisChart('line')),
  },
  optional: { block_id: string({ max: LIMITS.id }) },
});

/** Indices of the items that came before. */
function repeated(items: readonly string[]): readonly number[] {
  return items.flatMap((item, index) => (items.indexOf(item) < index ? [index] : []));
}
