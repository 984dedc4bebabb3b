import type { ActionsBlock, Button } from '@slack/types';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { type ButtonWords, button } from '../kit/button.ts';
import type { Sentence } from '../kit/inline.ts';

/** The parts of a Home that have pages. */
export const PARTS = ['failing', 'digests', 'watches', 'lists', 'links', 'rules'] as const;
/** One of `PARTS`. */
export type Part = (typeof PARTS)[number];

/** Which page of each part is looked at, from 0 on; of those left out the first. */
export type Pages = Readonly<Partial<Record<Part, number>>>;

/** More pages than the largest team can have. */
const MOST_DIGITS = 5;
const ONE = new RegExp(`^([a-z]+)=(\\d{1,${MOST_DIGITS}})$`);

/** Writes pages into the value of a button, at most 85 characters. @returns what `readPages` reads back */
export function writePages(pages: Pages): string {
  return PARTS.flatMap((part) => (pages[part] ? [`${part}=${pages[part]}`] : [])).join(' ');
}

/** Reads what `writePages` wrote; it comes from a client, so it may be any text: what can't be read is left out. */
export function readPages(text: string): Pages {
  const read = text.split(' ', PARTS.length).flatMap((one): [Part, number][] => {
    const [, name, page] = ONE.exec(one) ?? [];
    const part = PARTS.find((known) => known === name);
    return part ? [[part, Number(page)]] : [];
  });
  return Object.fromEntries(read);
}

/** One page of some things. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly part: Part;
  readonly pages: Pages;
  /** The number of this page, from 0 on. */
  readonly page: number;
  readonly size: number;
  /** How many things there are. */
  readonly total: number;
}

/** Takes the page that is looked at; of one beyond the end the last. @param size things on one page, at least 1 */
export function pageOf<Item>(all: readonly Item[], part: Part, size: number, pages: Pages): Page<Item> {
  const last = Math.max(0, Math.ceil(all.length / size) - 1);
  const page = Math.min(pages[part] ?? 0, last);
  return { items: all.slice(page * size, (page + 1) * size), part, pages, page, size, total: all.length };
}

/** Where a page stands among all; `undefined` where it is the only one. */
function positionOf<Item>({ words }: Reader, { page, size, total }: Page<Item>): Sentence | undefined {
  if (total <= size) return undefined;
  return words.home.pages.position({ from: page * size + 1, to: Math.min((page + 1) * size, total), total });
}

/** *Previous* and *Next*, as far as there are such pages. */
export function pageButtons<Item>(
  { words }: Reader,
  { part, pages, page, size, total }: Page<Item>,
): readonly Button[] {
  const { previous, next } = words.home.pages;
  const turn = (way: 'previous' | 'next', labels: ButtonWords, to: number) =>
    button(`${ACTIONS.homePage}:${part}-${way}`, labels, writePages({ ...pages, [part]: to }));
  const end = (page + 1) * size;
  return [
    ...(page > 0
      ? [turn('previous', { text: previous.text, label: () => previous.label({ to: page * size }) }, page - 1)]
      : []),
    ...(end < total ? [turn('next', { text: next.text, label: () => next.label({ from: end + 1 }) }, page + 1)] : []),
  ];
}

/** What a part is called, and below that where its page stands, where it isn't the only one. */
export function pageTitle<Item>(reader: Reader, title: Sentence, page: Page<Item>): readonly Sentence[] {
  const position = positionOf(reader, page);
  return position ? [title, position] : [title];
}

/** A row of controls; none at all make no row. */
export function controlsRow(controls: readonly ActionsBlock['elements'][number][]): readonly ActionsBlock[] {
  return controls.length > 0 ? [{ type: 'actions', elements: [...controls] }] : [];
}
