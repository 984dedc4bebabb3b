import type { BlockElementAction } from '@slack/bolt';

/** What was chosen, or what the pressed button holds; empty for a control of another version. */
export function chosenValue(action: BlockElementAction): string {
  const { selected_option: option, value } = action as {
    readonly selected_option?: { readonly value?: string } | null;
    readonly value?: string | null;
  };
  return option?.value ?? value ?? '';
}
