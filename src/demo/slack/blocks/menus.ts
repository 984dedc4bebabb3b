import { LIMITS } from './limits.ts';
import { either, initialAmongOptions } from './rules.ts';
import {
  flag,
  list,
  type ObjectShape,
  oneOf,
  type Shape,
  string,
  typed,
  type UnionShape,
  untyped,
  whole,
} from './shape.ts';
import { anyText, confirmation, plainText } from './text-objects.ts';

type Properties = Readonly<Record<string, Shape>>;

/** What nearly every element has besides its own. */
export const interactive: Properties = { action_id: string({ max: LIMITS.id }), confirm: confirmation };
export const focusable: Properties = { focus_on_load: flag };
export const placeholder: Properties = { placeholder: plainText(LIMITS.placeholder) };

/** An option of a select, written or suggested. */
export const menuOption = option(plainText(LIMITS.optionText));
const choiceOption = option(anyText(LIMITS.optionText));
const overflowOption = { ...menuOption, optional: { ...menuOption.optional, url: string({ max: LIMITS.url }) } };

const conversationTypes = oneOf('im', 'mpim', 'private', 'public');
const conversationFilter = untyped({
  optional: { include: list(conversationTypes, 1), exclude_external_shared_channels: flag, exclude_bot_users: flag },
});
const conversations: Properties = { default_to_current_conversation: flag, filter: conversationFilter };
const queryLength: Properties = { min_query_length: whole(0) };
const responseUrl: Properties = { response_url_enabled: flag };

const optionGroup = untyped({
  required: { label: plainText(LIMITS.optionText), options: list(menuOption, 1, LIMITS.options) },
});
const offered: Properties = {
  options: list(menuOption, 1, LIMITS.options),
  option_groups: list(optionGroup, 1, LIMITS.options),
};
const staticRules = [either('options', 'option_groups'), initialAmongOptions];

/** Select menus, single and multiple. */
export const selects: readonly ObjectShape[] = [
  { ...select('static_select', { ...offered, initial_option: menuOption }), rules: staticRules },
  select('external_select', { ...queryLength, initial_option: menuOption }),
  select('users_select', { initial_user: string() }),
  select('conversations_select', { ...conversations, ...responseUrl, initial_conversation: string() }),
  select('channels_select', { ...responseUrl, initial_channel: string() }),
  { ...multiSelect('multi_static_select', { ...offered, initial_options: list(menuOption, 1) }), rules: staticRules },
  multiSelect('multi_external_select', { ...queryLength, initial_options: list(menuOption, 1) }),
  multiSelect('multi_users_select', { initial_users: list(string(), 1) }),
  multiSelect('multi_conversations_select', { ...conversations, initial_conversations: list(string(), 1) }),
  multiSelect('multi_channels_select', { initial_channels: list(string(), 1) }),
];

const choices = list(choiceOption, 1, LIMITS.choiceOptions);

export const checkboxes = typed('checkboxes', {
  required: { options: choices },
  optional: { ...interactive, ...focusable, initial_options: list(choiceOption, 1) },
  rules: [initialAmongOptions],
});

export const radioButtons = typed('radio_buttons', {
  required: { options: choices },
  optional: { ...interactive, ...focusable, initial_option: choiceOption },
  rules: [initialAmongOptions],
});

export const overflow = typed('overflow', {
  required: { options: list(overflowOption, 1, LIMITS.overflowOptions) },
  optional: interactive,
});

function option(text: UnionShape): ObjectShape {
  return untyped({ required: { text, value: string({ max: LIMITS.optionValue }) }, optional: { description: text } });
}

function select(type: string, own: Properties): ObjectShape {
  return typed(type, { optional: { ...interactive, ...focusable, ...placeholder, ...own } });
}

function multiSelect(type: string, own: Properties): ObjectShape {
  return select(type, { max_selected_items: whole(1), ...own });
}
