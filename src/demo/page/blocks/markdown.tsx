import type { ComponentChild } from 'preact';
import { type Shape, textOf } from './shape.ts';

/** The source as it was sent. */
export function MarkdownBlock({ block }: { block: Shape }): ComponentChild {
  return <div class="block-markdown">{textOf(block.text)}</div>;
}
