import type { ComponentChild } from 'preact';
import { type Shape, shapeOf, textOf } from './shape.ts';
import { TextObject } from './text-object.tsx';

export function ImageBlock({ block }: { block: Shape }): ComponentChild {
  return (
    <figure class="block-image">
      {block.title !== undefined && (
        <figcaption>
          <TextObject text={shapeOf(block.title)} />
        </figcaption>
      )}
      <Picture alt={textOf(block.alt_text)} />
    </figure>
  );
}

/** The words for a picture, in its place: the page loads nothing from other hosts. */
export function Picture({ alt }: { alt: string }): ComponentChild {
  return (
    <span class="picture" role="img" aria-label={alt}>
      {alt}
    </span>
  );
}
