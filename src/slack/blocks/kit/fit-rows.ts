import { charactersIn } from './characters.ts';
import { LIMITS } from './limits.ts';
import type { MessageBlock } from './reply.ts';

/** A message drawn with a table of some rows. */
export interface Drawn {
  readonly blocks: readonly MessageBlock[];
  /** How many rows the table leaves out. */
  readonly left: number;
}

/** Draws a message with fewer rows in its table until its blocks are as short together as every way of sending takes. */
export function fitRows(most: number, draw: (maxRows: number) => Drawn): Drawn {
  let rows = most;
  for (;;) {
    const drawn = draw(rows);
    const size = charactersIn(drawn.blocks);
    if (size <= LIMITS.messageCharacters || rows === 0) return drawn;
    rows = Math.min(rows - 1, Math.floor((rows * LIMITS.messageCharacters) / size));
  }
}
