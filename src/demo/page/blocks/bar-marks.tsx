import type { ComponentChild } from 'preact';
import type { Series } from './chart-data.ts';
import type { Scale } from './chart-scale.ts';
import { inOrder } from './shape.ts';

interface Props {
  readonly series: Series;
  /** Of this series among the others: they stand side by side over each category. */
  readonly place: number;
  readonly count: number;
  readonly scale: Scale;
}

/** Part of a category's band that its bars fill. */
const FILLED = 0.72;

export function BarMarks({ series, place, count, scale }: Props): ComponentChild {
  const width = (scale.band * FILLED) / count;
  return (
    <g class={`series-${place}`}>
      {inOrder(series.values).map(({ place: category, item: value }) => {
        if (value === undefined) return null;
        const left = scale.x(category) - (scale.band * FILLED) / 2 + place * width;
        const top = Math.min(scale.y(value), scale.y(0));
        const height = Math.abs(scale.y(value) - scale.y(0));
        return <rect key={category} class="bar" x={left + 1} y={top} width={width - 2} height={height} rx={2} />;
      })}
    </g>
  );
}
