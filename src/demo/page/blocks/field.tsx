import type { ComponentChild } from 'preact';
import { useContext } from 'preact/hooks';
import { ChoiceField } from './choice-field.tsx';
import { listChoices } from './choices.ts';
import { type FieldProps, placeholderOf } from './field-props.ts';
import { MomentField } from './moment-field.tsx';
import { ViewContext } from './reader.ts';
import { SelectField } from './select-field.tsx';
import { type Shape, textOf } from './shape.ts';
import { TextField } from './text-field.tsx';
import { Unsupported } from './unsupported.tsx';

interface Props {
  readonly element: Shape;
  readonly blockId: string;
  readonly labelledBy?: string;
  readonly describedBy?: string;
  readonly isInvalid?: boolean;
  readonly tellsEnter?: boolean;
}

/** An element that holds a value: in an input block, beside a section, or among actions. */
export function Field({
  element,
  blockId,
  labelledBy,
  describedBy,
  isInvalid,
  tellsEnter = false,
}: Props): ComponentChild {
  const around = useContext(ViewContext);
  const type = textOf(element.type);
  if (!around) return <Unsupported what={`element “${type}” in a message`} />;

  const actionId = textOf(element.action_id);
  const props: FieldProps = {
    element,
    value: around.view.values[blockId]?.[actionId] ?? {},
    labels: {
      'aria-label': labelledBy === undefined ? placeholderOf(element) || actionId : undefined,
      'aria-labelledby': labelledBy,
      'aria-describedby': describedBy,
      'aria-invalid': isInvalid,
    },
    tellsEnter,
    onFill: (value, pressEnter) => around.fill({ blockId, actionId }, value, pressEnter),
  };
  const groups = listChoices(element, around);
  // What is chosen is read from the view's state again when the app offers other things.
  const offered = groups.flatMap(({ choices }) => choices.map((choice) => choice.value)).join('\n');
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextField {...props} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <MomentField {...props} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <ChoiceField key={offered} {...props} groups={groups} />;
    case 'static_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return <SelectField key={offered} {...props} groups={groups} />;
    case 'multi_static_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <ChoiceField key={offered} {...props} groups={groups} />;
    default:
      return <Unsupported what={`element “${type}”`} />;
  }
}
