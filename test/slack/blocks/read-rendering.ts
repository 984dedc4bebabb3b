import type { Block } from '../../../src/demo/slack/types.ts';
import { renderMessage } from '../../../src/demo/terminal/render-message.ts';
import type { MessageBlock, Reply } from '../../../src/slack/blocks/kit/reply.ts';

type Fields = Readonly<Record<string, unknown>>;
type Blocks = readonly MessageBlock[];

/** Every object inside the blocks, outermost first. */
export function objectsIn(value: unknown): readonly Fields[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Fields, ...Object.values(value).flatMap(objectsIn)];
}

/** The rows of a rendering's table below its header, as a person reads them; none where it has no table. */
export function rowsIn(blocks: Blocks): readonly (readonly string[])[] {
  for (const block of blocks) {
    if (block.type === 'data_table' || block.type === 'table') {
      const rows = block.rows as readonly (readonly { readonly text: string }[])[];
      return rows.slice(1).map((row) => row.map(({ text }) => text));
    }
    const lines = preformattedLines(block);
    if (lines.length > 0) return lines.slice(1).map((line) => line.split(/ {2,}/));
  }
  return [];
}

/** The lines of a block of fixed-width text, its header included. */
export function preformattedLines(block: MessageBlock): readonly string[] {
  const fixed = objectsIn(block).find(({ type }) => type === 'rich_text_preformatted');
  return fixed ? textsIn(fixed).flatMap((text) => text.split('\n')) : [];
}

/** Whatever text stands in elements of the blocks. */
export function textsIn(value: unknown): readonly string[] {
  return objectsIn(value).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
}

/** What the controls of a reply hold, those of menus too, in the order shown; by default of the richest rendering. */
export function valuesIn({ renderings }: Pick<Reply, 'renderings'>, rendering = 0): readonly string[] {
  return objectsIn(renderings[rendering]).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}

/** A rendering as a terminal shows it, for reading in a snapshot; by default the richest. */
export function read({ text, renderings }: Reply, rendering = 0): string {
  const blocks = (renderings[rendering] ?? []) as readonly unknown[] as readonly Block[];
  return renderMessage({ text, blocks }, { width: 100, colour: false, timeZone: 'UTC' });
}

/** What stands in a message's `text` with Slack's escapes undone. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
