import type { JsonObject } from '../json-values.ts';
import type { FoundElement } from './find-element.ts';

/** A button that was pressed, as the action of a payload. */
export function toPressAction({ blockId, element }: FoundElement, actionTs: string): JsonObject {
  return {
    action_id: element.action_id,
    block_id: blockId,
    ...given(element, 'text', 'value', 'url', 'confirm'),
    type: element.type,
    action_ts: actionTs,
  };
}

/** A choice in a menu or field, as the action of a payload. `held`: what it now holds, like `{ selected_option: … }`. */
export function toChoiceAction({ blockId, element }: FoundElement, held: JsonObject, actionTs: string): JsonObject {
  return {
    type: element.type,
    block_id: blockId,
    action_id: element.action_id,
    ...held,
    ...given(element, 'placeholder', 'initial_option', 'initial_options', 'min_query_length', 'confirm'),
    action_ts: actionTs,
  };
}

/** A button that is in no message: what a forged request says was pressed. */
export function forgeButton(actionId: string, blockId: string | undefined, value: string): FoundElement {
  return { blockId: blockId ?? FORGED, element: { type: 'button', action_id: actionId, value } };
}

/** The choice that a forged request claims, in an element of this type that is in no message. */
export function forgeChoice(
  actionId: string,
  blockId: string | undefined,
  { type, values }: { readonly type: string; readonly values: readonly string[] },
): { readonly found: FoundElement; readonly held: JsonObject } {
  const options = values.map((value) => ({ text: { type: 'plain_text', text: value, emoji: true }, value }));
  return {
    found: { blockId: blockId ?? FORGED, element: { type, action_id: actionId } },
    held: type.startsWith('multi_') ? { selected_options: options } : { selected_option: options[0] ?? null },
  };
}

const FORGED = 'forged';

function given(element: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(names.filter((name) => element[name] !== undefined).map((name) => [name, element[name]]));
}
