import type { ComponentChild } from 'preact';
import { Element } from './element.tsx';
import { inOrder, type Shape, shapesOf, textOf } from './shape.ts';

export function ActionsBlock({ block }: { block: Shape }): ComponentChild {
  return (
    <div class="block-actions">
      {inOrder(shapesOf(block.elements)).map(({ place, item }) => (
        <Element key={place} element={item} blockId={textOf(block.block_id)} />
      ))}
    </div>
  );
}
