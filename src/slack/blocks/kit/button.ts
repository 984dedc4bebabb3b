import type { Button } from '@slack/types';
import { type Sentence, toPlain } from './inline.ts';

/**
 * A button that carries a value to its listener.
 * @param label what a screen reader says, at most 75 characters
 */
export function button(actionId: string, text: string, label: string, value: string): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text },
    accessibility_label: label,
    value,
  };
}

/** A button's words in a catalogue. */
interface ButtonWords {
  readonly text: () => Sentence;
  /** What a screen reader says, at most 75 characters. */
  readonly label: () => Sentence;
}

/** A button in the reader's words. */
export function labelledButton(actionId: string, { text, label }: ButtonWords, value: string): Button {
  return button(actionId, toPlain(text()), toPlain(label()), value);
}
