import { isObject, type JsonObject } from '../json-values.ts';
import type { Block } from '../types.ts';

/** An element as it stands in a message or view, and the block that holds it. */
export interface FoundElement {
  readonly blockId: string;
  readonly element: JsonObject;
}

/** What a single press works; menus and inputs take more than a press. */
export const PRESSABLE: ReadonlySet<string> = new Set(['button', 'icon_button', 'feedback_buttons']);

/**
 * The first element of one of these types with this `action_id`, wherever in the blocks it is; only in block `blockId` when
 * that is given.
 */
export function findElement(
  blocks: readonly Block[],
  types: ReadonlySet<string>,
  actionId: string,
  blockId?: string,
): FoundElement | undefined {
  return search(
    blocks,
    types,
    '',
    (found) => found.element.action_id === actionId && (blockId ?? found.blockId) === found.blockId,
  );
}

/** The `action_id` of every element of these types, for saying what there is. */
export function listActionIds(blocks: readonly Block[], types: ReadonlySet<string>): readonly string[] {
  const ids: string[] = [];
  search(blocks, types, '', ({ element }) => {
    ids.push(String(element.action_id));
    return false;
  });
  return ids;
}

function search(
  value: unknown,
  types: ReadonlySet<string>,
  blockId: string,
  fits: (found: FoundElement) => boolean,
): FoundElement | undefined {
  if (Array.isArray(value)) return firstOf(value, (item) => search(item, types, blockId, fits));
  if (!isObject(value)) return undefined;

  if (types.has(String(value.type)) && typeof value.action_id === 'string') {
    const found = { blockId, element: value };
    if (fits(found)) return found;
  }
  const inner = typeof value.block_id === 'string' ? value.block_id : blockId;
  return firstOf(Object.values(value), (item) => search(item, types, inner, fits));
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
