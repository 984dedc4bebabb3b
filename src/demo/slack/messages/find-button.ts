import { isObject, type JsonObject } from '../json-values.ts';
import type { Block } from '../types.ts';

/** A button as it stands in a message, and the block that holds it. */
export interface FoundButton {
  readonly blockId: string;
  readonly button: JsonObject;
}

// The elements of a message that a single press works; menus and inputs take more than a press.
const PRESSABLE = new Set(['button', 'icon_button', 'feedback_buttons']);

/** The first button with this `action_id`, wherever in the blocks it is; only in block `blockId` when that is given. */
export function findButton(blocks: readonly Block[], actionId: string, blockId?: string): FoundButton | undefined {
  return search(
    blocks,
    '',
    (found) => found.button.action_id === actionId && (blockId ?? found.blockId) === found.blockId,
  );
}

/** A button that is in no message: what a forged request says was clicked. */
export function forgeButton(
  actionId: string,
  { blockId, value }: { readonly blockId?: string | undefined; readonly value: string },
): FoundButton {
  return { blockId: blockId ?? 'forged', button: { type: 'button', action_id: actionId, value } };
}

/** Every `action_id` a person could press, for saying what there is. */
export function listActionIds(blocks: readonly Block[]): readonly string[] {
  const ids: string[] = [];
  search(blocks, '', ({ button }) => {
    ids.push(String(button.action_id));
    return false;
  });
  return ids;
}

function search(value: unknown, blockId: string, fits: (found: FoundButton) => boolean): FoundButton | undefined {
  if (Array.isArray(value)) return firstOf(value, (item) => search(item, blockId, fits));
  if (!isObject(value)) return undefined;

  if (PRESSABLE.has(String(value.type)) && typeof value.action_id === 'string') {
    const found = { blockId, button: value };
    if (fits(found)) return found;
  }
  const inner = typeof value.block_id === 'string' ? value.block_id : blockId;
  return firstOf(Object.values(value), (item) => search(item, inner, fits));
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
