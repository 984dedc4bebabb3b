import type { FieldInput } from '../../slack/types.ts';
import type { ChoiceGroup } from './choices.ts';
import { type Shape, shapeOf, textOf } from './shape.ts';

/** What every field is given, whichever kind it is. */
export interface FieldProps {
  readonly element: Shape;
  /** What the state of the view or message holds for it. */
  readonly value: Shape;
  readonly labels: {
    readonly 'aria-label'?: string | undefined;
    readonly 'aria-labelledby'?: string | undefined;
    readonly 'aria-describedby'?: string | undefined;
    readonly 'aria-invalid'?: boolean | undefined;
  };
  /** Enter is sent to the app as an action and does not submit the form. */
  readonly tellsEnter: boolean;
  /** A choice goes to the app at once, several when the field is left; it can't be taken back to nothing. */
  readonly isInMessage: boolean;
  /** How often a choice was taken back in the dialog before it. */
  readonly undone: number;
  readonly onFill: (value: FieldInput, pressEnter?: boolean) => void;
}

/** What those are given besides that let choose among several things. */
export interface ChoiceProps extends FieldProps {
  readonly groups: readonly ChoiceGroup[];
}

/** '' when there is none. */
export function placeholderOf(element: Shape): string {
  return textOf(shapeOf(element.placeholder).text);
}
