import { checkShape } from './check-shape.ts';
import type { BlockFault } from './fault.ts';
import { LIMITS } from './limits.ts';
import { menuOption } from './menus.ts';
import { either } from './rules.ts';
import { list, untyped } from './shape.ts';
import { plainText } from './text-objects.ts';

const options = list(menuOption, 0, LIMITS.options);
const group = untyped({ required: { label: plainText(LIMITS.optionText), options } });
const answer = untyped({
  optional: { options, option_groups: list(group, 0, LIMITS.options) },
  rules: [either('options', 'option_groups')],
});

/**
 * Judges what an app answers when an external select asks for options. Other than in blocks, a list may be empty: nothing fits
 * what was typed. Takes any JSON and never throws.
 */
export function validateOptions(value: unknown): readonly BlockFault[] {
  return checkShape(value, answer, '', 'modal');
}
