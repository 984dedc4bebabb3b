import { expect } from 'vitest';
import { objectsIn } from '../blocks/read-rendering.ts';

type Fields = Readonly<Record<string, unknown>>;

/** How many UTF-16 units each text may have. Buttons show 30 of theirs, and the other numbers are Slack's. */
const MOST = {
  button: 30,
  label: 75,
  option: 75,
  placeholder: 150,
  modal: 24,
  chartText: 50,
  chartLabel: 20,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const;

/** What holds for the words on everything that can be pressed, chosen or looked at as a chart or table. */
export function expectFitting(shown: unknown): void {
  for (const one of objectsIn(shown)) {
    if (one.type === 'button') checkButton(one);
    if (Array.isArray(one.options)) for (const option of one.options) atMost(textOf(option.text), MOST.option);
    if (one.placeholder) atMost(textOf(one.placeholder), MOST.placeholder);
    // A dialog's own button has the same name.
    if (one.confirm && 'title' in (one.confirm as Fields)) checkConfirm(one.confirm as Fields);
    if (one.type === 'modal') for (const name of ['title', 'submit', 'close']) checkFrame(one[name]);
    if (one.type === 'data_visualization') checkChart(one);
    if (one.type === 'data_table' || one.type === 'table') checkTable(one);
  }
}

function checkButton({ text, accessibility_label: label }: Fields): void {
  atMost(textOf(text), MOST.button);
  expect(label).toBeTypeOf('string');
  atMost(String(label), MOST.label);
  expect(String(label).startsWith(textOf(text)), `${label} begins with ${textOf(text)}`).toBe(true);
}

function checkConfirm({ title, text, confirm, deny }: Fields): void {
  atMost(textOf(title), MOST.confirmTitle);
  atMost(textOf(text), MOST.confirmText);
  for (const one of [confirm, deny]) atMost(textOf(one), MOST.confirmButton);
}

function checkFrame(text: unknown): void {
  if (text) atMost(textOf(text), MOST.modal);
}

function checkChart({ title, chart }: Fields): void {
  const { series, axis_config: axes } = chart as {
    readonly series: readonly { readonly name: string }[];
    readonly axis_config: {
      readonly categories: readonly string[];
      readonly x_label: string;
      readonly y_label: string;
    };
  };
  for (const text of [String(title), axes.x_label, axes.y_label]) atMost(text, MOST.chartText);
  for (const label of [...axes.categories, ...series.map(({ name }) => name)]) atMost(label, MOST.chartLabel);
}

function checkTable({ rows, caption, type }: Fields): void {
  const [header = []] = rows as readonly (readonly Fields[])[];
  const titles = header.map((cell) => textOf(cell));
  for (const title of titles) expect(title).not.toBe('');
  expect(new Set(titles).size).toBe(titles.length);
  if (type === 'data_table') expect(caption).toMatch(/\S/);
}

function atMost(text: string, most: number): void {
  expect(text).not.toBe('');
  expect(text.length, text).toBeLessThanOrEqual(most);
}

function textOf(value: unknown): string {
  const { text } = value as { readonly text?: unknown };
  return typeof text === 'string' ? text : '';
}
