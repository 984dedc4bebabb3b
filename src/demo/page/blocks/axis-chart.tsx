import type { ComponentChild } from 'preact';
import { BarMarks } from './bar-marks.tsx';
import type { AxisChart } from './chart-data.ts';
import { axisLabels, createScale, type Plot, plotOf, type Scale } from './chart-scale.ts';
import { LineMarks } from './line-marks.tsx';
import { useReader } from './reader.ts';
import { inOrder } from './shape.ts';
import { useWidth } from './use-width.ts';

/** Pixels a character of an axis label takes, at the size `charts.css` gives it. */
const CHARACTER = 6.5;

/** Drawn as wide as it is shown, so that its labels are as large on a phone as anywhere. */
export function AxisChartView({ chart, description }: { chart: AxisChart; description: string }): ComponentChild {
  const { box, width } = useWidth<SVGSVGElement>(560);
  const plot = plotOf(width);
  const height = plot.bottom + (chart.xLabel === '' ? 32 : 56);
  const scale = createScale({
    plot,
    values: chart.series.flatMap(({ values }) => values.filter((value) => value !== undefined)),
    categories: chart.categories.length,
    fromZero: chart.kind !== 'line',
  });
  return (
    <svg ref={box} role="img" aria-label={description} viewBox={`0 0 ${width} ${height}`} height={height}>
      <ValueAxis plot={plot} scale={scale} label={chart.yLabel} />
      <CategoryAxis plot={plot} scale={scale} categories={chart.categories} label={chart.xLabel} />
      {inOrder(chart.series).map(({ place, item }) =>
        chart.kind === 'bar' ? (
          <BarMarks key={place} series={item} place={place} count={chart.series.length} scale={scale} />
        ) : (
          <LineMarks key={place} series={item} place={place} scale={scale} filled={chart.kind === 'area'} />
        ),
      )}
    </svg>
  );
}

function ValueAxis({ plot, scale, label }: { plot: Plot; scale: Scale; label: string }): ComponentChild {
  const { locale } = useReader();
  const format = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 4 }).format;
  const middle = (plot.top + plot.bottom) / 2;
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'axis' : 'grid'}
            x1={plot.left}
            x2={plot.right}
            y1={scale.y(tick)}
            y2={scale.y(tick)}
          />
          <text x={plot.left - 6} y={scale.y(tick) + 4} text-anchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      <text class="axis-label" x={12} y={middle} text-anchor="middle" transform={`rotate(-90 12 ${middle})`}>
        {label}
      </text>
    </g>
  );
}

interface CategoryAxisProps {
  readonly plot: Plot;
  readonly scale: Scale;
  readonly categories: readonly string[];
  readonly label: string;
}

function CategoryAxis({ plot, scale, categories, label }: CategoryAxisProps): ComponentChild {
  return (
    <g>
      {axisLabels(categories, scale, plot, CHARACTER).map(({ place, text, x }) => (
        <text key={place} x={x} y={plot.bottom + 22} text-anchor="middle">
          {text}
        </text>
      ))}
      <text class="axis-label" x={(plot.left + plot.right) / 2} y={plot.bottom + 46} text-anchor="middle">
        {label}
      </text>
    </g>
  );
}
