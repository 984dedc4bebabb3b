import type { ContextBlock } from '@slack/types';
import { type Sentence, toPlain, toText } from './inline.ts';

/**
 * The small grey line at a message's end. Only the app's own words and instants may stand in it: where it holds an instant or a
 * mention it is marked up, so that an untrusted `*` would format it.
 */
export function foot(sentence: Sentence): ContextBlock {
  const isPlain = sentence.every((piece) => typeof piece === 'string' || 'bold' in piece || 'code' in piece);
  const element = isPlain
    ? { type: 'plain_text' as const, text: toPlain(sentence), emoji: false }
    : { type: 'mrkdwn' as const, text: toText(sentence), verbatim: true };
  return { type: 'context', elements: [element] };
}
