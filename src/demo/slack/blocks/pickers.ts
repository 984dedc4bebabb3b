import { focusable, interactive, placeholder } from './menus.ts';
import { type Format, string, typed, whole } from './shape.ts';

const date: Format = { name: 'a date, YYYY-MM-DD', fits: isDate };
const time: Format = { name: 'a time, HH:mm', fits: (text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) };
const timeZone: Format = { name: 'an IANA time zone', fits: isTimeZone };

export const datePicker = typed('datepicker', {
  optional: { ...interactive, ...focusable, ...placeholder, initial_date: string({ format: date }) },
});

export const timePicker = typed('timepicker', {
  optional: {
    ...interactive,
    ...focusable,
    ...placeholder,
    initial_time: string({ format: time }),
    timezone: string({ format: timeZone }),
  },
});

/** Slack asks for Unix seconds of ten digits. */
const tenDigits = whole(1_000_000_000, 9_999_999_999);

export const dateTimePicker = typed('datetimepicker', {
  surfaces: ['message', 'modal'],
  optional: { ...interactive, ...focusable, initial_date_time: tenDigits },
});

function isDate(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(`${text}T`);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false; // Intl has no other way of saying that it doesn't know the name
  }
}
