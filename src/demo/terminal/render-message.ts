import { fieldsOf, listOf, stringOf } from '../slack/blocks/json.ts';
import type { Message } from '../slack/types.ts';
import { blockLines } from './block-lines.ts';
import { wrap } from './columns.ts';
import { harmlessDeep } from './harmless.ts';
import { plainWords } from './mrkdwn.ts';
import { createPage } from './page.ts';

export interface RenderOptions {
  /** Terminal columns; what can't be narrower (a table of many columns) runs over. */
  readonly width: number;
  readonly colour: boolean;
  /** IANA name for dates; by default the machine's own. */
  readonly timeZone?: string;
}

/**
 * A message as a terminal shows it, without a line break at the end: its blocks, or its `text` when it has none.
 * Nothing in the message reaches the terminal as a command: the only escape sequences in the answer are the colours
 * asked for.
 */
export function renderMessage(message: Pick<Message, 'text' | 'blocks'>, options: RenderOptions): string {
  const { text, blocks } = fieldsOf(harmlessDeep({ text: message.text, blocks: message.blocks }));
  const page = createPage({ ...options, width: Math.max(1, options.width) });

  const drawn = listOf(blocks).flatMap((block) => blockLines(fieldsOf(block), page));
  const lines = drawn.length > 0 ? drawn : wrap(plainWords(stringOf(text), page.timeZone), page.width);
  return lines.join('\n');
}
