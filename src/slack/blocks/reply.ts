import type { KnownBlock } from '@slack/types';
import type { ChartBlock } from './chart.ts';
import { type Sentence, toRichText, toText } from './inline.ts';
import { LIMITS } from './limits.ts';

/** A message before it is sent. */
export interface Reply {
  /** The whole answer in words, for phones, notifications and screen readers; escaped. */
  readonly text: string;
  /**
   * The same answer in blocks, richest first: a workspace may refuse some kinds of block, and then the next is sent.
   * Never empty.
   */
  readonly renderings: readonly (readonly MessageBlock[])[];
}

/** Any block that a message may have. */
export type MessageBlock = KnownBlock | ChartBlock;

/** A reply of sentences only, a line each. */
export function sentences(...lines: readonly Sentence[]): Reply {
  return { text: joinText(lines.map(toText)), renderings: [[toRichText(lines)]] };
}

/** Kept below Slack's cut, so that there is room to say what was left out. */
const ROOM = LIMITS.text - 100;

/** Whether `joinText` would keep every line. */
export function fitsText(lines: readonly string[]): boolean {
  return lines.reduce((sum, line) => sum + line.length + 1, 0) <= ROOM;
}

/** Joins lines of top-level text and keeps them under Slack's cut, by whole lines. */
export function joinText(lines: readonly string[]): string {
  const kept: string[] = [];
  let left = ROOM;
  for (const [n, line] of lines.entries()) {
    left -= line.length + 1;
    if (left < 0) return [...kept, `… and ${lines.length - n} more lines`].join('\n');
    kept.push(line);
  }
  return kept.join('\n');
}
