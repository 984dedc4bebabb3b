import { textOf } from '../json-values.ts';
import type { Block, ViewValues } from '../types.ts';
import { type Field, listFields } from './view-fields.ts';
import { isEmptyValue } from './view-values.ts';

/** What Slack's own client says before it sends anything, by `block_id`; nothing when the form is in order. */
export function checkForm(blocks: readonly Block[], values: ViewValues): Readonly<Record<string, string>> {
  const faults = listFields(blocks)
    .filter(({ block }) => block.type === 'input')
    .flatMap((field): readonly (readonly [string, string])[] => {
      const fault = faultOf(field, values);
      return fault === undefined ? [] : [[field.blockId, fault]];
    });
  return Object.fromEntries(faults);
}

function faultOf(field: Field, values: ViewValues): string | undefined {
  const value = values[field.blockId]?.[field.actionId] ?? {};
  if (isEmptyValue(field, value)) {
    return field.block.optional === true ? undefined : 'Please complete this required field.';
  }
  const { element } = field;
  const typed = textOf(value, 'value');
  switch (element.type) {
    case 'plain_text_input':
      return faultOfLength(typed, Number(element.min_length ?? 0), Number(element.max_length ?? MAX_TYPED));
    case 'number_input':
      return faultOfNumber(typed, field);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed) ? undefined : 'Enter an email address.';
    case 'url_text_input':
      return URL.canParse(typed) ? undefined : 'Enter a URL.';
    default:
      return undefined;
  }
}

// plain_text_input: "maximum value is 3000".
const MAX_TYPED = 3000;

function faultOfLength(typed: string, min: number, max: number): string | undefined {
  if (typed.length < min) return `Enter at least ${min} characters.`;
  return typed.length > max ? `Enter at most ${max} characters.` : undefined;
}

function faultOfNumber(typed: string, { element }: Field): string | undefined {
  const form = element.is_decimal_allowed === true ? /^-?\d+(?:\.\d+)?$/ : /^-?\d+$/;
  if (!form.test(typed)) return element.is_decimal_allowed === true ? 'Enter a number.' : 'Enter a whole number.';
  if (element.min_value !== undefined && Number(typed) < Number(element.min_value)) {
    return `Enter a number of at least ${element.min_value}.`;
  }
  if (element.max_value !== undefined && Number(typed) > Number(element.max_value)) {
    return `Enter a number of at most ${element.max_value}.`;
  }
  return undefined;
}
