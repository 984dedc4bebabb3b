import type { ModalView } from '@slack/types';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toPlain } from './inline.ts';
import type { MessageBlock } from './reply.ts';

/** How a view of words alone is framed. */
export interface ViewFrame {
  /** At most 24 characters. */
  readonly title: Sentence;
  /** The button that closes it, at most 24 characters. */
  readonly close: Sentence;
  /** What the view carries for its controls; at most 3,000 characters, and nothing secret. */
  readonly metadata?: string | undefined;
}

/** Makes a modal that only shows something, for who reads it. */
export type WordsView = (reader: Reader, blocks: readonly MessageBlock[]) => ModalView;

/** A modal that only shows something: blocks between a title and a button that closes it. */
export function wordsView({ title, close, metadata }: ViewFrame, blocks: readonly MessageBlock[]): ModalView {
  const plain = (sentence: Sentence) => ({ type: 'plain_text' as const, text: toPlain(sentence) });
  const carried = metadata === undefined ? {} : { private_metadata: metadata };
  return { type: 'modal', title: plain(title), close: plain(close), ...carried, blocks: [...blocks] };
}
