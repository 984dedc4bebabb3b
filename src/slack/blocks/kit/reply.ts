import type { KnownBlock } from '@slack/types';
import type { Reader } from '../../words/reader.ts';
import type { ChartBlock } from './chart.ts';
import { cutLines } from './cut-text.ts';
import { type Sentence, toRichText, toText } from './inline.ts';
import { LIMITS } from './limits.ts';

/** A message before it is sent. */
export interface Reply {
  /** The whole answer in words, for phones, notifications and screen readers; escaped. */
  readonly text: string;
  /**
   * The same answer in blocks, richest first: a workspace may reject some kinds of block, and then the next is sent.
   * Never empty.
   */
  readonly renderings: readonly (readonly MessageBlock[])[];
  /**
   * The text within so many UTF-16 units, where cutting `text` at a line's end would not say enough of what is left out.
   * @param isAlone whether it stands without blocks
   */
  readonly shorten?: (longest: number, isAlone: boolean) => string;
}

/** Any block that a message may have. */
export type MessageBlock = KnownBlock | ChartBlock;

/** A reply of sentences only, a line each. */
export function sentences(reader: Reader, ...lines: readonly Sentence[]): Reply {
  return { text: joinText(reader, lines.map(toText)), renderings: [[toRichText(lines)]] };
}

/** Joins lines of top-level text and keeps them under Slack's cut, by whole lines. */
export function joinText(reader: Reader, lines: readonly string[]): string {
  return cutLines(lines, LIMITS.text, (left) => toText(reader.words.kit.moreLines({ lines: left })));
}
