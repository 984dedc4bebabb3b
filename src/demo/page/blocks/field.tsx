import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceField } from './choice-field.tsx';
import { listChoices } from './choices.ts';
import { ExternalField } from './external-field.tsx';
import { type FieldProps, placeholderOf } from './field-props.ts';
import { MomentField } from './moment-field.tsx';
import { type Around, useAround } from './reader.ts';
import { SelectField } from './select-field.tsx';
import { type Shape, textOf } from './shape.ts';
import { TextField } from './text-field.tsx';
import { Unsupported } from './unsupported.tsx';
import { useConfirm } from './use-confirm.tsx';
import type { Suggest } from './use-suggestions.ts';

interface Props {
  readonly element: Shape;
  readonly blockId: string;
  readonly labelledBy?: string;
  readonly describedBy?: string | undefined;
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
  const around = useAround();
  const { ask, dialog } = useConfirm(element);
  const [undone, setUndone] = useState(0);
  const actionId = textOf(element.action_id);
  // Beside a section without a placeholder the words of the section are the field's name.
  const namedBy = labelledBy ?? (placeholderOf(element) === '' ? describedBy : undefined);
  const props: FieldProps = {
    element,
    value: around.values[blockId]?.[actionId] ?? {},
    labels: {
      'aria-label': namedBy === undefined ? placeholderOf(element) || actionId : undefined,
      'aria-labelledby': namedBy,
      'aria-describedby': describedBy,
      'aria-invalid': isInvalid,
    },
    tellsEnter,
    undone,
    isInMessage: around.surface === 'message',
    onFill: (value, pressEnter) =>
      ask(
        () => around.fill({ blockId, actionId }, value, pressEnter),
        () => setUndone(undone + 1),
      ),
  };
  return (
    <>
      <FieldOf {...props} suggest={(text) => around.suggest({ blockId, actionId }, text)} around={around} />
      {dialog}
    </>
  );
}

interface FieldOfProps extends FieldProps {
  readonly suggest: Suggest;
  readonly around: Around;
}

function FieldOf({ suggest, around, ...props }: FieldOfProps): ComponentChild {
  const { element } = props;
  const groups = listChoices(element, around);
  // What is chosen is read from the view's state again when the app offers other things.
  const offered = groups.flatMap(({ choices }) => choices.map((choice) => choice.value)).join('\n');
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextField {...props} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <MomentField key={props.undone} {...props} />;
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
    case 'external_select':
    case 'multi_external_select':
      return <ExternalField {...props} suggest={suggest} />;
    default:
      return <Unsupported what={`element “${textOf(element.type)}”`} />;
  }
}
