import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { chosenValues } from './choices.ts';
import { type ChoiceProps, placeholderOf } from './field-props.ts';

/** One out of a list. The browser's own list: it works with every keyboard and screen reader. */
export function SelectField({ element, value, labels, isInMessage, onFill, groups }: ChoiceProps): ComponentChild {
  const [chosen, setChosen] = useState(() => chosenValues(value)[0] ?? '');
  return (
    <select
      {...labels}
      class="field"
      value={chosen}
      onChange={({ currentTarget }) => {
        setChosen(currentTarget.value);
        onFill(currentTarget.value || null);
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
