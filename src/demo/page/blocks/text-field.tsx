import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { type FieldProps, placeholderOf } from './field-props.ts';
import { textOf } from './shape.ts';

const INPUT_MODES: Readonly<Record<string, 'decimal' | 'email' | 'url'>> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
};

/** Shows what is typed at once; the state of the view follows. */
export function TextField({ element, value, labels, tellsEnter, onFill }: FieldProps): ComponentChild {
  const [typed, setTyped] = useState(() => textOf(value.value));
  const common = {
    ...labels,
    class: 'field',
    value: typed,
    placeholder: placeholderOf(element),
    autofocus: element.focus_on_load === true,
  };
  const take = (text: string): void => {
    setTyped(text);
    onFill(text, false);
  };
  if (element.multiline === true) {
    return <textarea {...common} rows={4} onInput={({ currentTarget }) => take(currentTarget.value)} />;
  }
  return (
    <input
      {...common}
      type="text"
      inputMode={INPUT_MODES[textOf(element.type)]}
      onInput={({ currentTarget }) => take(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing || !tellsEnter) return;
        event.preventDefault();
        onFill(typed, true);
      }}
    />
  );
}
