import type { ComponentChild } from 'preact';
import type { PieChart } from './chart-data.ts';
import { useReader } from './reader.ts';
import { inOrder } from './shape.ts';

const RADIUS = 80;

export function PieChartView({ chart, description }: { chart: PieChart; description: string }): ComponentChild {
  const { locale } = useReader();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const total = chart.segments.reduce((sum, { value }) => sum + value, 0);
  const slices = chart.segments.map(({ label, value }, at) => {
    const before = chart.segments.slice(0, at).reduce((sum, segment) => sum + segment.value, 0);
    return { label, share: value / total, from: before / total };
  });
  return (
    <div class="pie">
      <svg role="img" aria-label={description} viewBox="-84 -84 168 168">
        {inOrder(slices).map(({ place, item }) => (
          <path key={place} class={`slice series-${place}`} d={toSlice(item.from, item.share)} />
        ))}
      </svg>
      <ul class="legend">
        {inOrder(slices).map(({ place, item }) => (
          <li key={place} class={`series-${place}`}>
            {item.label} <span class="share">{percent.format(item.share)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A wedge of the circle; `from` and `share` in turns, clockwise from the top. */
function toSlice(from: number, share: number): string {
  // An arc from a point to itself draws nothing: one that is (nearly) whole is drawn as two halves.
  if (share > 0.9999)
    return `M 0 ${-RADIUS} A ${RADIUS} ${RADIUS} 0 1 1 0 ${RADIUS} A ${RADIUS} ${RADIUS} 0 1 1 0 ${-RADIUS} Z`;
  const isLong = share > 0.5 ? 1 : 0;
  return `M 0 0 L ${pointAt(from)} A ${RADIUS} ${RADIUS} 0 ${isLong} 1 ${pointAt(from + share)} Z`;
}

function pointAt(turn: number): string {
  const angle = 2 * Math.PI * turn;
  return `${(RADIUS * Math.sin(angle)).toFixed(3)} ${(-RADIUS * Math.cos(angle)).toFixed(3)}`;
}
