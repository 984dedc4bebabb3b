import type { ComponentChild } from 'preact';
import type { Series } from './chart-data.ts';
import type { Scale } from './chart-scale.ts';

interface Props {
  readonly series: Series;
  readonly place: number;
  readonly scale: Scale;
  /** An area chart: filled down to 0. */
  readonly filled: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export function LineMarks({ series, place, scale, filled }: Props): ComponentChild {
  const stretches = unbrokenStretches(series.values, scale);
  return (
    <g class={`series-${place}`}>
      {stretches.map((points) => (
        <g key={points[0]?.x}>
          {filled && <path class="area" d={`${toPath(points)} ${toBase(points, scale.y(0))}`} />}
          <path class="line" d={toPath(points)} />
          {points.map(({ x, y }) => (
            <circle key={x} class="point" cx={x} cy={y} r={3} />
          ))}
        </g>
      ))}
    </g>
  );
}

/** A missing value is a gap in the line, never a 0. */
function unbrokenStretches(values: Series['values'], scale: Scale): readonly (readonly Point[])[] {
  const stretches: Point[][] = [[]];
  for (const [category, value] of values.entries()) {
    if (value === undefined) stretches.push([]);
    else stretches.at(-1)?.push({ x: scale.x(category), y: scale.y(value) });
  }
  return stretches.filter((points) => points.length > 0);
}

function toPath(points: readonly Point[]): string {
  return `M ${points.map(({ x, y }) => `${x} ${y}`).join(' L ')}`;
}

function toBase(points: readonly Point[], base: number): string {
  return `L ${points.at(-1)?.x} ${base} L ${points[0]?.x} ${base} Z`;
}
