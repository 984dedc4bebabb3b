import type { Block } from '@slack/types';
import { clean } from './inline.ts';
import { LIMITS } from './limits.ts';

/** `data_visualization`, which `@slack/types` 3.2 doesn't have yet. */
export interface ChartBlock extends Block {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'line' | 'bar';
    readonly series: readonly ChartSeries[];
    readonly axis_config: {
      readonly categories: readonly string[];
      readonly x_label: string;
      readonly y_label: string;
    };
  };
}

interface ChartSeries {
  readonly name: string;
  readonly data: readonly { readonly label: string; readonly value: number }[];
}

/** What a chart shows; drawn by `toChart`, which makes its names fit Slack's limits. */
export interface ChartContent {
  readonly kind: 'line' | 'bar';
  /** At most 50 characters; not untrusted text. */
  readonly title: string;
  /** At most 20 of them; made fit and unique. */
  readonly categories: readonly string[];
  /** At most six; names are made fit and unique. Each has a value for every category. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** At most 50 characters each; not untrusted text. */
  readonly xLabel: string;
  readonly yLabel: string;
}

/** Slack's chart. Slack rejects a message in which a series lacks a point or two labels are the same. */
export function toChart({ kind, title, categories, series, xLabel, yLabel }: ChartContent): ChartBlock {
  const labels = toLabels(categories);
  const names = toLabels(series.map(({ name }) => name));
  return {
    type: 'data_visualization',
    title,
    chart: {
      type: kind,
      series: series.map(({ values }, n) => {
        if (values.length !== labels.length) throw new Error('a series without a point for every category');
        return { name: names[n] ?? '', data: labels.map((label, at) => ({ label, value: values[at] as number })) };
      }),
      axis_config: { categories: labels, x_label: xLabel, y_label: yLabel },
    },
  };
}

/**
 * Cuts untrusted text to what a chart's label takes: at its end, and those that are no longer different in the middle; numbers what is
 * the same even then.
 */
function toLabels(texts: readonly string[]): readonly string[] {
  const cut = texts.map((text) => cutTo(text, LIMITS.chartLabel));
  const isDouble = (label: string | undefined) => cut.filter((other) => other === label).length > 1;
  const taken = new Set<string>();
  return texts.map((text, at) => {
    const shorten = isDouble(cut[at]) ? cutInMiddle : cutTo;
    let label = shorten(text, LIMITS.chartLabel);
    for (let n = 2; taken.has(label); n += 1) label = `${shorten(text, LIMITS.chartLabel - ` ${n}`.length)} ${n}`;
    taken.add(label);
    return label;
  });
}

const CHARACTERS = new Intl.Segmenter();

/** Keeps the beginning and the end, by whole characters, in UTF-16 units. */
function cutInMiddle(text: string, longest: number): string {
  const whole = clean(text);
  if (whole.length <= longest) return whole;
  const characters = [...CHARACTERS.segment(whole)].map(({ segment }) => segment);
  const half = Math.floor((longest - 1) / 2);
  const head = takeWithin(characters, half);
  const tail = takeWithin(characters.toReversed(), longest - 1 - half);
  return `${head.join('')}…${tail.toReversed().join('')}`;
}

function takeWithin(characters: readonly string[], longest: number): readonly string[] {
  let room = longest;
  const end = characters.findIndex((one) => {
    room -= one.length;
    return room < 0;
  });
  return end < 0 ? characters : characters.slice(0, end);
}

/** `clean` counts code points, Slack perhaps UTF-16 units: cut again until both are content. */
function cutTo(text: string, longest: number): string {
  let shown = clean(text, longest);
  for (let most = longest - 1; shown.length > longest; most -= 1) shown = clean(text, most);
  return shown;
}
