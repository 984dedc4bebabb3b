import type { ComponentChild } from 'preact';
import { useId, useState } from 'preact/hooks';
import { chosenValues } from './choices.ts';
import { toEmojiText } from './emoji.ts';
import type { ChoiceProps } from './field-props.ts';
import { isWithin } from './focus.ts';
import { textOf } from './shape.ts';
import { useHeld } from './use-held.ts';

/** Boxes to tick, all in view: checkboxes, radio buttons, and the selects that take several. */
export function ChoiceField({
  element,
  value,
  labels,
  isInMessage,
  undone,
  onFill,
  groups,
}: ChoiceProps): ComponentChild {
  const name = useId();
  const isSingle = element.type === 'radio_buttons';
  // Two quick ticks must both count, so the next one doesn't wait for the view's state to come back.
  const [chosen, setChosen] = useHeld(() => chosenValues(value), undone);
  const [isUnsent, setUnsent] = useState(false);
  const sendsWhenLeft = isInMessage && isList(element.type);
  const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : Number.POSITIVE_INFINITY;

  const tick = (one: string, ticked: boolean): void => {
    const others = isSingle ? [] : chosen.filter((other) => other !== one);
    const next = ticked ? [...others, one] : others;
    setChosen(next);
    if (sendsWhenLeft) setUnsent(true);
    else onFill(isSingle ? one : next);
  };
  return (
    <div
      {...labels}
      class="field-choices"
      role={isSingle ? 'radiogroup' : 'group'}
      data-list={isList(element.type)}
      onFocusOut={(event) => {
        if (!isUnsent || isWithin(event)) return;
        setUnsent(false);
        onFill(chosen);
      }}
    >
      {groups.map(({ label, choices }) => (
        <div key={label}>
          {label !== '' && <small>{label}</small>}
          {choices.map((choice) => (
            <label key={choice.value}>
              <input
                type={isSingle ? 'radio' : 'checkbox'}
                name={name}
                checked={chosen.includes(choice.value)}
                disabled={!isSingle && chosen.length >= most && !chosen.includes(choice.value)}
                onChange={({ currentTarget }) => tick(choice.value, currentTarget.checked)}
              />
              <span>
                {toEmojiText(choice.label)}
                {choice.description !== '' && <small> {choice.description}</small>}
              </span>
            </label>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Selects may have a hundred choices and get a box that scrolls. */
function isList(type: unknown): boolean {
  return textOf(type).startsWith('multi_');
}
