import type { ComponentChild } from 'preact';
import { useId } from 'preact/hooks';
import { Element } from './element.tsx';
import { inOrder, type Shape, shapeOf, shapesOf, textOf } from './shape.ts';
import { TextObject } from './text-object.tsx';

export function SectionBlock({ block }: { block: Shape }): ComponentChild {
  const id = useId();
  const fields = shapesOf(block.fields);
  return (
    <div class="block-section">
      <div class="block-section-text" id={id}>
        {block.text !== undefined && <TextObject text={shapeOf(block.text)} />}
        {fields.length > 0 && (
          <div class="block-fields">
            {inOrder(fields).map(({ place, item }) => (
              <div key={place}>
                <TextObject text={item} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory !== undefined && (
        <Element element={shapeOf(block.accessory)} blockId={textOf(block.block_id)} describedBy={id} />
      )}
    </div>
  );
}
