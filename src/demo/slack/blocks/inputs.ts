import { LIMITS } from './limits.ts';
import { focusable, placeholder } from './menus.ts';
import { richTextBlock } from './rich-text.ts';
import { ordered } from './rules.ts';
import {
  type Format,
  flag,
  list,
  type ObjectShape,
  oneOf,
  type Shape,
  string,
  typed,
  untyped,
  whole,
} from './shape.ts';

const decimal: Format = { name: 'a number', fits: (text) => /^-?\d+(?:\.\d+)?$/.test(text) };

const dispatchConfig = untyped({
  optional: { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 1) },
});
const action_id = string({ max: LIMITS.id });
const typing: Readonly<Record<string, Shape>> = {
  action_id,
  dispatch_action_config: dispatchConfig,
  ...focusable,
  ...placeholder,
};
const initial_value = string({ min: 0 });

export const richTextInput = typed('rich_text_input', {
  surfaces: ['modal', 'home'],
  optional: {
    ...typing,
    initial_value: richTextBlock,
    min_lines: whole(1, LIMITS.inputLines),
    max_lines: whole(1, LIMITS.inputLines),
  },
  rules: [ordered('min_lines', 'max_lines')],
});

/** What is typed or uploaded, for input blocks. */
export const textInputs: readonly ObjectShape[] = [
  typed('plain_text_input', {
    optional: {
      ...typing,
      initial_value,
      multiline: flag,
      min_length: whole(0, LIMITS.inputLength),
      max_length: whole(1, LIMITS.inputLength),
    },
    rules: [ordered('min_length', 'max_length')],
  }),
  typed('email_text_input', { surfaces: ['modal'], optional: { ...typing, initial_value } }),
  typed('url_text_input', { surfaces: ['modal'], optional: { ...typing, initial_value } }),
  typed('number_input', {
    surfaces: ['modal'],
    required: { is_decimal_allowed: flag },
    optional: {
      ...typing,
      initial_value: string({ format: decimal }),
      min_value: string({ format: decimal }),
      max_value: string({ format: decimal }),
    },
    rules: [ordered('min_value', 'max_value')],
  }),
  typed('file_input', {
    surfaces: ['modal'],
    optional: { action_id, filetypes: list(string(), 1), max_files: whole(1, LIMITS.inputFiles) },
  }),
  richTextInput,
];
