import type { ComponentChild } from 'preact';
import { chosenValues } from './choices.ts';
import { type ChoiceProps, placeholderOf } from './field-props.ts';
import { useHeld } from './use-held.ts';

/** One out of a list. The browser's own list: it works with every keyboard and screen reader. */
export function SelectField({
  element,
  value,
  labels,
  isInMessage,
  undone,
  onFill,
  groups,
}: ChoiceProps): ComponentChild {
  const [chosen, setChosen] = useHeld(() => chosenValues(value)[0] ?? '', undone);
  return (
    <select
      {...labels}
      class="field"
      value={chosen}
      onChange={({ currentTarget }) => {
        const { value: picked } = currentTarget;
        onFill(picked || null);
        // What a message's menu did is done: the same can be chosen once more.
        if (isInMessage) currentTarget.value = '';
        else setChosen(picked);
      }}
    >
      <option value="" disabled={isInMessage}>
        {placeholderOf(element) || 'Choose…'}
      </option>
      {groups.map(({ label, choices }) => {
        const options = choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ));
        return label === '' ? (
          options
        ) : (
          <optgroup key={label} label={label}>
            {options}
          </optgroup>
        );
      })}
    </select>
  );
}
