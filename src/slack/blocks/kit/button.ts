import type { Button } from '@slack/types';
import { type Sentence, toPlain } from './inline.ts';

/** A button's words in a catalogue. */
export interface ButtonWords {
  readonly text: () => Sentence;
  /** What a screen reader says: begins with the visible words, at most 75 characters. */
  readonly label: () => Sentence;
}

/** A button in the reader's words that carries a value to its listener. */
export function button(actionId: string, { text, label }: ButtonWords, value: string): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text: toPlain(text()) },
    accessibility_label: toPlain(label()),
    value,
  };
}
