import type { ComponentChild } from 'preact';
import { type Shape, shapeOf } from './shape.ts';
import { TextObject } from './text-object.tsx';

/** One level under the channel’s name, the heading of the page. */
export function HeaderBlock({ block }: { block: Shape }): ComponentChild {
  return (
    <h2 class="block-header">
      <TextObject text={shapeOf(block.text)} />
    </h2>
  );
}
