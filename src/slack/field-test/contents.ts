import type { TriedContent } from '../../field-report.ts';
import { charactersIn } from '../blocks/kit/characters.ts';
import { type ChartContent, toChart } from '../blocks/kit/chart.ts';
import { toRichText } from '../blocks/kit/inline.ts';
import { LIMITS } from '../blocks/kit/limits.ts';
import type { MessageBlock } from '../blocks/kit/reply.ts';
import { DRAWINGS, fitTable, rawNumber, rawText, type Table } from '../blocks/kit/table.ts';
import type { Reader } from '../words/reader.ts';
import { kindsIn, oneOfEach } from './kinds.ts';
import { sampleReplies } from './sample-replies.ts';

/** Something that is sent by one way or several. */
export interface Content {
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly MessageBlock[];
  /** Whether the app can't do without it: there is no plainer rendering but the text alone. */
  readonly isNeeded: boolean;
  /** Set where the size is what is tried. */
  readonly sizes?: TriedContent['sizes'];
}

/** Kinds for which the app has plainer ones. */
const HAS_PLAINER = /^(data_table|table|data_visualization)\b/;

const said = (name: string): string => `followstats field test: ${name}`;

/** One block of each kind that the app sends in messages, alone, and text without any. @param now Unix milliseconds */
export function eachKind(reader: Reader, now: number): readonly Content[] {
  const blocks = sampleReplies(reader, now).flatMap(({ reply }) => reply.renderings.flat());
  const kinds = [...oneOfEach(blocks)].map(([name, block]) => ({
    ...{ name, text: said(name), blocks: [block] },
    isNeeded: !HAS_PLAINER.test(name),
  }));
  return [{ name: 'text', text: said('text'), blocks: [], isNeeded: true }, ...kinds];
}

/** Each answer in all its renderings, the richest first: as they are sent, one after the other until one is taken. */
export function wholeReplies(reader: Reader, now: number): readonly (readonly Content[])[] {
  return sampleReplies(reader, now).map(({ name, reply }) =>
    reply.renderings.map((blocks, n) => ({
      ...{ name: n === 0 ? name : `${name}, plainer by ${n}`, text: reply.text.slice(0, 3000), blocks },
      isNeeded: false,
    })),
  );
}

/** What every answer is made of, in one message. */
export function plainParts(reader: Reader, now: number): Content {
  const blocks = eachKind(reader, now).flatMap((one) => (one.isNeeded ? one.blocks : []));
  return { name: 'all plain blocks', text: said('all plain blocks'), blocks, isNeeded: true };
}

/** Messages of which Slack’s pages say different things, or nothing. */
export function openPoints(): readonly Content[] {
  const rows = (count: number, cell: string) => table(count, cell);
  const [dataTable, plainTable] = DRAWINGS;
  const point = (name: string, blocks: readonly MessageBlock[], sizes?: TriedContent['sizes']): Content => ({
    ...{ name, text: said(name), blocks, isNeeded: false },
    ...(sizes && { sizes }),
  });
  const longText = (length: number): Content => ({
    ...{
      name: `a text of ${length} characters`,
      text: 'followstats '.repeat(length / 12).slice(0, length),
      blocks: [],
    },
    ...{ isNeeded: length <= LIMITS.shortText, sizes: { text: length } },
  });
  const longBlocks = (length: number): Content => {
    const blocks = Array.from({ length: length / 500 }, () => toRichText([['x'.repeat(500)]]));
    const sizes = { characters: charactersIn(blocks) };
    return {
      ...point(`blocks of ${length} characters`, blocks, sizes),
      isNeeded: length <= LIMITS.messageCharacters,
    };
  };
  return [
    point('a data_table and a table', [dataTable.draw(rows(2, 'a'), 'Field test'), plainTable.draw(rows(2, 'a'), '')]),
    point('a data_table of 201 rows', [dataTable.draw(rows(200, 'a'), 'Field test')], { rows: 201 }),
    point('a chart of 12 series', [chart(12)], { series: 12 }),
    point('three charts', [chart(1), chart(1), chart(1)]),
    longText(3900),
    longText(12_000),
    longBlocks(11_000),
    longBlocks(12_500),
    longBlocks(14_000),
  ];
}

/** Kinds that only messages are said to take, for a modal and the Home. */
export function messageOnlyKinds(reader: Reader, now: number): readonly Content[] {
  return eachKind(reader, now).filter(({ name }) => HAS_PLAINER.test(name));
}

/** What is tried of a content, for the report. */
export function contentOf(
  way: string,
  { blocks, sizes }: { readonly blocks: readonly unknown[]; readonly sizes?: TriedContent['sizes'] },
): TriedContent {
  return { way, kinds: [...kindsIn(blocks)], ...(sizes && { sizes }) };
}

function table(count: number, text: string): Table {
  const layout = { header: ['Account', 'Followers'], numbers: 1, maxRows: count };
  return fitTable(
    Array.from({ length: count }, (_, n) => n),
    (n) => [rawText(`${text}${n}`), rawNumber(n, `${n}`)],
    layout,
  );
}

function chart(series: number): MessageBlock {
  const content: ChartContent = {
    ...{ kind: 'line', title: 'Field test', categories: ['Mon', 'Tue'], xLabel: 'Day', yLabel: 'Followers' },
    series: Array.from({ length: series }, (_, n) => ({ name: `field_${n}`, values: [n, n + 1] })),
  };
  return toChart(content);
}
