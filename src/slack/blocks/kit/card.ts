import type { ActionsBlock } from '@slack/types';
import { type Sentence, toRichText } from './inline.ts';
import type { MessageBlock } from './reply.ts';

/** As many cards as one message holds, two blocks each, with a title, a note and a row of controls besides. */
export const MOST_CARDS = 20;

/**
 * One thing with what can be done about it: its lines, then its controls.
 * @param controls at most 25; none leaves the row out
 */
export function card(lines: readonly Sentence[], controls: ActionsBlock['elements']): readonly MessageBlock[] {
  return [toRichText(lines), ...(controls.length > 0 ? [{ type: 'actions' as const, elements: controls }] : [])];
}
