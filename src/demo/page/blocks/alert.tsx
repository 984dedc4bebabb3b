import type { ComponentChild } from 'preact';
import { type Shape, shapeOf, textOf } from './shape.ts';
import { TextObject } from './text-object.tsx';

/** What the colour says, for readers who don't see it. */
const LEVELS: Readonly<Record<string, string>> = {
  info: 'For information',
  warning: 'Warning',
  error: 'Error',
  success: 'Success',
};

export function AlertBlock({ block }: { block: Shape }): ComponentChild {
  const level = textOf(block.level) || 'default';
  return (
    <div class={`block-alert ${level}`} role="note" aria-label={LEVELS[level]}>
      <TextObject text={shapeOf(block.text)} />
    </div>
  );
}
