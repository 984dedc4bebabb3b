import type { ComponentChild } from 'preact';
import { inOrder } from './blocks/shape.ts';
import type { OpenCompletion } from './use-completion.ts';

/** Above the composer. The focus stays in the text; `aria-activedescendant` there points here. */
export function CompletionList({ id, completion }: { id: string; completion: OpenCompletion }): ComponentChild {
  return (
    <div class="completion" role="listbox" id={id} aria-label="Suggestions">
      {inOrder(completion.choices).map(({ place, item }) => (
        <div
          key={item.insert}
          role="option"
          id={`${id}-${place}`}
          tabIndex={-1}
          aria-selected={place === completion.chosen}
          // Before the composer loses the focus to the press.
          onMouseDown={(event) => {
            event.preventDefault();
            completion.pick(item);
          }}
        >
          <b>{item.title}</b>
          <small>{item.detail}</small>
        </div>
      ))}
    </div>
  );
}
