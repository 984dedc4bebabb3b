import { accessory, actionsElement, contextAction, contextElement, inputElement } from './elements.ts';
import { LIMITS } from './limits.ts';
import { someOf } from './rules.ts';
import { flag, list, string, typed, whole } from './shape.ts';
import { anyText, imageSource, oneImageSource, plainText } from './text-objects.ts';

/** What every block may have. */
export const identified = { block_id: string({ max: LIMITS.id }) };

export const section = typed('section', {
  optional: {
    ...identified,
    text: anyText(),
    fields: list(anyText(LIMITS.sectionField), 1, LIMITS.sectionFields),
    accessory,
    expand: flag,
  },
  rules: [someOf('text', 'fields')],
});

export const header = typed('header', {
  required: { text: plainText(LIMITS.header) },
  optional: { ...identified, level: whole(1, LIMITS.headerLevel) },
});

export const context = typed('context', {
  required: { elements: list(contextElement, 1, LIMITS.contextElements) },
  optional: identified,
});

export const actions = typed('actions', {
  required: { elements: list(actionsElement, 1, LIMITS.actionsElements) },
  optional: identified,
});

export const contextActions = typed('context_actions', {
  surfaces: ['message'],
  required: { elements: list(contextAction, 1, LIMITS.contextActions) },
  optional: identified,
});

export const divider = typed('divider', { optional: identified });

export const image = typed('image', {
  required: imageSource.required,
  optional: { ...identified, ...imageSource.optional, title: plainText(LIMITS.imageTitle) },
  rules: [oneImageSource],
});

export const input = typed('input', {
  required: { label: plainText(LIMITS.inputLabel), element: inputElement },
  optional: { ...identified, hint: plainText(LIMITS.inputLabel), optional: flag, dispatch_action: flag },
});

export const markdown = typed('markdown', {
  surfaces: ['message'],
  required: { text: string({ max: LIMITS.markdown }) },
  optional: identified,
});
