import type { ComponentChild } from 'preact';
import { BarMarks } from './bar-marks.tsx';
import type { AxisChart } from './chart-data.ts';
import { createScale, PLOT, type Scale } from './chart-scale.ts';
import { LineMarks } from './line-marks.tsx';
import { useReader } from './reader.ts';
import { inOrder } from './shape.ts';

/** Units a character of an axis label takes, at the size `charts.css` gives it. */
const CHARACTER = 6.5;

export function AxisChartView({ chart, description }: { chart: AxisChart; description: string }): ComponentChild {
  const scale = createScale({
    values: chart.series.flatMap(({ values }) => values.filter((value) => value !== undefined)),
    categories: chart.categories.length,
    fromZero: chart.kind !== 'line',
  });
  return (
    <svg
      role="img"
      aria-label={description}
      viewBox={`0 0 ${PLOT.width} ${PLOT.bottom + (chart.xLabel === '' ? 28 : 52)}`}
    >
      <ValueAxis scale={scale} label={chart.yLabel} />
      <CategoryAxis scale={scale} categories={chart.categories} label={chart.xLabel} />
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

function ValueAxis({ scale, label }: { scale: Scale; label: string }): ComponentChild {
  const { locale } = useReader();
  const format = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 4 }).format;
  const middle = (PLOT.top + PLOT.bottom) / 2;
  return (
    <g>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'axis' : 'grid'}
            x1={PLOT.left}
            x2={PLOT.right}
            y1={scale.y(tick)}
            y2={scale.y(tick)}
          />
          <text x={PLOT.left - 6} y={scale.y(tick) + 4} text-anchor="end">
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

function CategoryAxis(props: { scale: Scale; categories: readonly string[]; label: string }): ComponentChild {
  const { scale, categories, label } = props;
  const widest = Math.max(...categories.map((category) => category.length), 1) * CHARACTER + 8;
  const every = Math.ceil(widest / scale.band);
  return (
    <g>
      {inOrder(categories).map(({ place, item }) =>
        place % every === 0 ? (
          <text key={place} x={scale.x(place)} y={PLOT.bottom + 18} text-anchor="middle">
            {item}
          </text>
        ) : null,
      )}
      <text class="axis-label" x={(PLOT.left + PLOT.right) / 2} y={PLOT.bottom + 42} text-anchor="middle">
        {label}
      </text>
    </g>
  );
}
