import type { ComponentChild } from 'preact';
import { type Shape, shapeOf, textOf } from './shape.ts';
import { TextObject } from './text-object.tsx';

export function AlertBlock({ block }: { block: Shape }): ComponentChild {
  return (
    <div class={`block-alert ${textOf(block.level) || 'default'}`} role="note">
      <TextObject text={shapeOf(block.text)} />
    </div>
  );
}
