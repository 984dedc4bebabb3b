import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Choice } from './choices.ts';
import { toEmojiText } from './emoji.ts';
import { inOrder } from './shape.ts';
import type { OpenList } from './use-suggestions.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly list: OpenList;
  /** Values the field holds. */
  readonly chosen: readonly string[];
  /** Place of the line that Enter takes. */
  readonly current: number;
  /** Several may be chosen; `isFull`: as many as may be are. */
  readonly isMany: boolean;
  readonly isFull: boolean;
  readonly onPick: (choice: Choice) => void;
}

/** Below an external select. The focus stays in the text; `aria-activedescendant` there points here. */
export function SuggestionList(props: Props): ComponentChild {
  const { id, label, list, chosen, current, isMany, isFull, onPick } = props;
  const box = useRef<HTMLDivElement>(null);
  const { note } = list;
  useLayoutEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [list]);
  useLayoutEffect(() => {
    box.current?.querySelector(`#${CSS.escape(`${id}-${current}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);

  let place = -1;
  const line = (choice: Choice): ComponentChild => {
    place += 1;
    const isChosen = chosen.includes(choice.value);
    return (
      <div
        key={choice.value}
        role="option"
        id={`${id}-${place}`}
        tabIndex={-1}
        aria-selected={isChosen}
        aria-disabled={isFull && !isChosen}
        data-current={place === current}
        // Before the text loses the focus to the press.
        onMouseDown={(event) => {
          event.preventDefault();
          onPick(choice);
        }}
      >
        <span>{toEmojiText(choice.label)}</span>
        {choice.description !== '' && <small>{toEmojiText(choice.description)}</small>}
      </div>
    );
  };
  return (
    <div ref={box} class="suggestions">
      <div role="listbox" id={id} aria-label={label} aria-multiselectable={isMany}>
        {inOrder(list.groups).map(({ place: at, item: { label: heading, choices } }) =>
          heading === '' ? (
            choices.map(line)
          ) : (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
            <div key={at} role="group" aria-label={heading}>
              <small aria-hidden="true">{heading}</small>
              {choices.map(line)}
            </div>
          ),
        )}
      </div>
      {note !== undefined && <p role="status">{note}</p>}
    </div>
  );
}
