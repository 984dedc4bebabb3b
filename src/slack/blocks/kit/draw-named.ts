import type { Reader } from '../../words/reader.ts';
import { withoutNames } from './named-account.ts';
import type { Reply } from './reply.ts';

/** A reply with tables. */
export interface DrawnReply extends Reply {
  /** How many rows the table of each rendering leaves out. */
  readonly left: readonly number[];
}

/** Draws a reply with names; a rendering whose table has more rows without them goes without. */
export function drawNamed(reader: Reader, draw: (reader: Reader) => DrawnReply): Reply {
  const { left, ...reply } = draw(reader);
  if (left.every((rows) => rows === 0)) return reply;
  const bare = draw(withoutNames(reader));
  return {
    ...reply,
    renderings: reply.renderings.map((blocks, n) =>
      (bare.left[n] ?? 0) < (left[n] ?? 0) ? (bare.renderings[n] ?? blocks) : blocks,
    ),
  };
}
