import type { ComponentChild } from 'preact';
import { Element } from './element.tsx';
import { inOrder, type Shape, shapesOf } from './shape.ts';

export function ContextBlock({ block }: { block: Shape }): ComponentChild {
  return (
    <div class="block-context">
      {inOrder(shapesOf(block.elements)).map(({ place, item }) => (
        <Element key={place} element={item} blockId="" />
      ))}
    </div>
  );
}
