import { z } from 'zod';
import type { Reader } from '../../words/reader.ts';
import { charactersIn } from '../kit/characters.ts';
import { plainBlock } from '../kit/plain-block.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';

/** Blocks that a Home takes as a message does. */
const SHOWN: ReadonlySet<string> = new Set(['rich_text', 'section', 'context', 'actions']);
const MOST_BLOCKS = 8;
const MOST_CHARACTERS = 4000;
const MOST_ROWS = 2;

/** An answer as it stands on top of a Home: with its controls, and short, since what it is about stands below. */
export function noticeOf(reader: Reader, { text, renderings }: Reply): readonly MessageBlock[] {
  const fitting = renderings.find(
    (blocks) =>
      blocks.length <= MOST_BLOCKS &&
      blocks.every(({ type }) => SHOWN.has(type)) &&
      charactersIn(blocks) <= MOST_CHARACTERS,
  );
  if (fitting) return fitting;
  const rows = (renderings[0] ?? []).filter(({ type }) => type === 'actions');
  return [plainBlock(reader, text), ...rows.slice(-MOST_ROWS)];
}

/** Writes a notice for the store. @returns what `readNotice` reads back */
export function writeNotice(blocks: readonly MessageBlock[]): string {
  return JSON.stringify(blocks);
}

const Blocks = z.array(z.looseObject({ type: z.string() })).max(MOST_BLOCKS);

/** Reads a notice of the store, which another version may have written. @returns none for what can't be read */
export function readNotice(text: string): readonly MessageBlock[] {
  try {
    const { data = [] } = Blocks.safeParse(JSON.parse(text));
    return data.every(({ type }) => SHOWN.has(type)) ? (data as unknown as readonly MessageBlock[]) : [];
  } catch {
    return [];
  }
}
