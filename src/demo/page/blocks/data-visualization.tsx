import type { ComponentChild } from 'preact';
import { AxisChartView } from './axis-chart.tsx';
import { describeChart, readChart } from './chart-data.ts';
import { PieChartView } from './pie-chart.tsx';
import { useReader } from './reader.ts';
import { inOrder, type Shape, textOf } from './shape.ts';
import { Unsupported } from './unsupported.tsx';

export function DataVisualizationBlock({ block }: { block: Shape }): ComponentChild {
  const { locale } = useReader();
  const chart = readChart(block);
  if (!chart) return <Unsupported what="kind of chart" />;

  const description = describeChart(chart, locale);
  return (
    <figure class="chart">
      <figcaption>{textOf(block.title)}</figcaption>
      {chart.kind === 'pie' ? (
        <PieChartView chart={chart} description={description} />
      ) : (
        <>
          <AxisChartView chart={chart} description={description} />
          <ul class="legend">
            {inOrder(chart.series).map(({ place, item }) => (
              <li key={place} class={`series-${place}`}>
                {item.name}
              </li>
            ))}
          </ul>
        </>
      )}
    </figure>
  );
}
