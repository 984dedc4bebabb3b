import type { ComponentChild } from 'preact';
import { Preformatted } from './preformatted.tsx';
import { RichTextElements } from './rich-text-elements.tsx';
import { inOrder, numberOf, type Shape, shapesOf, textOf } from './shape.ts';
import { Unsupported } from './unsupported.tsx';

export function RichTextBlock({ block }: { block: Shape }): ComponentChild {
  return (
    <div class="block-rich-text">
      {inOrder(shapesOf(block.elements)).map(({ place, item }) => (
        <Part key={place} part={item} />
      ))}
    </div>
  );
}

function Part({ part }: { part: Shape }): ComponentChild {
  const elements = shapesOf(part.elements);
  switch (part.type) {
    case 'rich_text_section':
      return (
        <div class="lines">
          <RichTextElements elements={elements} />
        </div>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <RichTextElements elements={elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <Preformatted>
          <RichTextElements elements={elements} />
        </Preformatted>
      );
    case 'rich_text_list':
      return <List list={part} items={elements} />;
    default:
      return <Unsupported what={`rich text “${textOf(part.type)}”`} />;
  }
}

/** Deeper lists come as lists of their own, one after another, with an `indent`. */
function List({ list, items }: { list: Shape; items: readonly Shape[] }): ComponentChild {
  const indent = `indent-${Math.min(numberOf(list.indent), 8)}`;
  const lines = inOrder(items).map(({ place, item }) => (
    <li key={place}>
      <RichTextElements elements={shapesOf(item.elements)} />
    </li>
  ));
  if (list.style !== 'ordered') return <ul class={indent}>{lines}</ul>;
  return (
    <ol class={indent} start={numberOf(list.offset) + 1}>
      {lines}
    </ol>
  );
}
