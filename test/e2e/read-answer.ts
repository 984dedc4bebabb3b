import type { Block, Message } from '../../src/demo/slack/types.ts';

interface Cell {
  readonly text: string;
}

/**
 * The accounts that an answer shows as read, as a person reads them: the rows of its table below the header, or the one line of a
 * single account. Throws when it has neither.
 */
export function rowsOf(message: Message): readonly (readonly string[])[] {
  const table = message.blocks.find(({ type }) => type === 'data_table' || type === 'table');
  if (table) return (table.rows as readonly (readonly Cell[])[]).slice(1).map((row) => row.map(({ text }) => text));
  const [line = ''] = message.text.split('\n');
  const [, account, followers, change, following, mutual] =
    /^(.+) · ([\d.,]+) followers?(?: \((.+) since .+\))? · ([\d.,]+) following · ([\d.,]+) mutual$/.exec(line) ?? [];
  if (account === undefined) throw new Error(`nothing read in: ${message.text}`);
  return [[account, followers, ...(change ? [change] : []), following, mutual] as string[]];
}

/** The accounts that an answer says couldn't be read: the lines that begin with `⚠`. */
export function unreadOf({ text }: Message): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith('⚠ '));
}

/** The kinds of block a message is made of, in order. */
export function kindsOf(message: Message): readonly string[] {
  return message.blocks.map(({ type }: Block) => type);
}
