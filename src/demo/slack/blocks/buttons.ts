import { LIMITS } from './limits.ts';
import { interactive } from './menus.ts';
import { list, oneOf, string, typed, untyped } from './shape.ts';
import { plainText } from './text-objects.ts';

const text = plainText(LIMITS.buttonText);
const value = string({ min: 0, max: LIMITS.buttonValue });
const style = oneOf('primary', 'danger');
const spoken = { accessibility_label: string({ max: LIMITS.accessibilityLabel }) };

export const button = typed('button', {
  required: { text },
  optional: { ...interactive, ...spoken, style, value, url: string({ max: LIMITS.url }) },
});

const parameter = untyped({ required: { name: string(), value: string({ min: 0 }) } });
const trigger = untyped({
  required: { url: string() },
  optional: { customizable_input_parameters: list(parameter, 1) },
});

export const workflowButton = typed('workflow_button', {
  surfaces: ['message'],
  required: { text, workflow: untyped({ required: { trigger } }) },
  optional: { ...interactive, ...spoken, style },
});

const opinion = untyped({ required: { text, value }, optional: spoken });

export const feedbackButtons = typed('feedback_buttons', {
  surfaces: ['message'],
  required: { positive_button: opinion, negative_button: opinion },
  optional: { action_id: string({ max: LIMITS.id }) },
});

export const iconButton = typed('icon_button', {
  surfaces: ['message'],
  required: { icon: oneOf('trash'), text },
  optional: { ...interactive, ...spoken, value, visible_to_user_ids: list(string(), 1) },
});
