import { button, feedbackButtons, iconButton, workflowButton } from './buttons.ts';
import { richTextInput, textInputs } from './inputs.ts';
import { checkboxes, overflow, radioButtons, selects } from './menus.ts';
import { datePicker, dateTimePicker, timePicker } from './pickers.ts';
import { type UnionShape, union } from './shape.ts';
import { imageElement, textMembers } from './text-objects.ts';

const choosers = [...selects, checkboxes, radioButtons, datePicker, timePicker];

/** Which elements may stand where; each element's own page says so. */
export const accessory: UnionShape = union(button, workflowButton, overflow, imageElement, ...choosers);
export const actionsElement: UnionShape = union(
  ...[button, workflowButton, overflow, dateTimePicker, richTextInput],
  ...choosers,
);
export const contextElement: UnionShape = union(imageElement, ...textMembers());
export const contextAction: UnionShape = union(feedbackButtons, iconButton);
export const inputElement: UnionShape = union(...textInputs, dateTimePicker, ...choosers);
