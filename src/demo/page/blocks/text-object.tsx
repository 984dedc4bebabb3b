import type { ComponentChild } from 'preact';
import { toEmojiText } from './emoji.ts';
import { Mrkdwn } from './mrkdwn.tsx';
import { type Shape, textOf } from './shape.ts';

/** A `plain_text` or `mrkdwn` object. Plain text knows emoji names and nothing else. */
export function TextObject({ text }: { text: Shape }): ComponentChild {
  const content = textOf(text.text);
  if (text.type === 'mrkdwn') return <Mrkdwn text={content} verbatim={text.verbatim === true} />;
  return <span class="plain-text">{text.emoji === false ? content : toEmojiText(content)}</span>;
}
