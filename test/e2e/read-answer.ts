import type { Block, Message } from '../../src/demo/slack/types.ts';

interface Cell {
  readonly text: string;
}

/** The rows of an answer's table below its header, as a person reads them. Throws when it has none. */
export function rowsOf(message: Message): readonly (readonly string[])[] {
  const table = message.blocks.find(({ type }) => type === 'data_table' || type === 'table');
  if (!table) throw new Error(`no table in: ${message.text}`);
  return (table.rows as readonly (readonly Cell[])[]).slice(1).map((row) => row.map(({ text }) => text));
}

/** The kinds of block a message is made of, in order. */
export function kindsOf(message: Message): readonly string[] {
  return message.blocks.map(({ type }: Block) => type);
}
