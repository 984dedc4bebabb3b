import type { Button } from '@slack/types';

/** @param label what a screen reader says, at most 75 characters */
export function button(actionId: string, text: string, label: string, value: string): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text },
    accessibility_label: label,
    value,
  };
}
