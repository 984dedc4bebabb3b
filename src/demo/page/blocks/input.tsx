import type { ComponentChild } from 'preact';
import { useId } from 'preact/hooks';
import { Field } from './field.tsx';
import { useAround } from './reader.ts';
import { type Shape, shapeOf, textOf } from './shape.ts';
import { TextObject } from './text-object.tsx';

/** A field with its label above, and its hint or its error below. */
export function InputBlock({ block }: { block: Shape }): ComponentChild {
  const id = useId();
  const blockId = textOf(block.block_id);
  const error = useAround().errors[blockId];
  return (
    <div class="block-input" data-invalid={error !== undefined}>
      <p class="block-input-label" id={`${id}-label`}>
        <TextObject text={shapeOf(block.label)} />
        {block.optional === true && <small> (optional)</small>}
      </p>
      <Field
        element={shapeOf(block.element)}
        blockId={blockId}
        labelledBy={`${id}-label`}
        describedBy={`${id}-below`}
        isInvalid={error !== undefined}
        tellsEnter={block.dispatch_action === true}
      />
      <p class={error === undefined ? 'block-input-hint' : 'block-input-error'} id={`${id}-below`} aria-live="polite">
        {error ?? (block.hint !== undefined && <TextObject text={shapeOf(block.hint)} />)}
      </p>
    </div>
  );
}
