import type { ComponentChild } from 'preact';
import type { FieldProps } from './field-props.ts';
import { numberOf, textOf } from './shape.ts';

/** A date, a time of day, or an instant, which is read in the browser's own time zone. */
export function MomentField({ element, value, labels, onFill }: FieldProps): ComponentChild {
  const type = textOf(element.type);
  if (type === 'datetimepicker') {
    const seconds = numberOf(value.selected_date_time);
    return (
      <input
        {...labels}
        class="field"
        type="datetime-local"
        value={seconds === 0 ? '' : toLocal(seconds)}
        onChange={({ currentTarget }) => {
          const at = new Date(currentTarget.value).getTime();
          onFill(Number.isNaN(at) ? null : Math.floor(at / 1000));
        }}
      />
    );
  }
  return (
    <span class="moment">
      <input
        {...labels}
        class="field"
        type={type === 'datepicker' ? 'date' : 'time'}
        value={textOf(value.selected_date) || textOf(value.selected_time)}
        onChange={({ currentTarget }) => onFill(currentTarget.value || null)}
      />
      {textOf(element.timezone) !== '' && <small>{textOf(element.timezone)}</small>}
    </span>
  );
}

function toLocal(seconds: number): string {
  const at = new Date(seconds * 1000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
