import type { ComponentChild } from 'preact';
import { useId } from 'preact/hooks';
import { type ChoiceGroup, chosenValues } from './choices.ts';
import { toEmojiText } from './emoji.ts';
import type { FieldProps } from './field-props.ts';
import { textOf } from './shape.ts';

/** Boxes to tick, all in view: checkboxes, radio buttons, and the selects that take several. */
export function ChoiceField({
  element,
  value,
  labels,
  onFill,
  groups,
}: FieldProps & { groups: readonly ChoiceGroup[] }): ComponentChild {
  const name = useId();
  const isSingle = element.type === 'radio_buttons';
  const chosen = chosenValues(value);

  const tick = (one: string, ticked: boolean): void => {
    if (isSingle) onFill(one);
    else onFill(ticked ? [...chosen, one] : chosen.filter((other) => other !== one));
  };
  return (
    <div {...labels} class="field-choices" role={isSingle ? 'radiogroup' : 'group'} data-list={isList(element.type)}>
      {groups.map(({ label, choices }) => (
        <div key={label}>
          {label !== '' && <small>{label}</small>}
          {choices.map((choice) => (
            <label key={choice.value}>
              <input
                type={isSingle ? 'radio' : 'checkbox'}
                name={name}
                checked={chosen.includes(choice.value)}
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
