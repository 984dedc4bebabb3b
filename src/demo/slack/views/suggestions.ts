import { validateOptions } from '../blocks/validate-options.ts';
import { type Acknowledgement, toDelivery } from '../delivery/delivery.ts';
import { dropOlder } from '../drop-older.ts';
import { isObject, type JsonObject, listOf, objectOf, parseJson, textOf } from '../json-values.ts';
import type { MenuOption, Suggestions } from '../types.ts';
import type { Field } from './view-fields.ts';

/** What the app offered last for each external select, to each person. */
export interface Offers {
  keep(place: Place, options: readonly MenuOption[]): void;
  of(place: Place): readonly MenuOption[];
  /** Drops what was offered before this moment (Unix milliseconds). */
  forget(beforeMs: number): void;
}

/** A field before a person: in a message (its `ts`) or a view (its id). */
interface Place {
  readonly personId: string;
  readonly surfaceId: string;
  readonly field: Field;
}

/** `now` in Unix milliseconds. */
export function createOffers(now: () => number): Offers {
  const offered = new Map<string, { readonly options: readonly MenuOption[]; readonly at: number }>();
  const keyOf = ({ personId, surfaceId, field }: Place): string =>
    JSON.stringify([personId, surfaceId, field.blockId, field.actionId]);
  return {
    keep: (place, options) => offered.set(keyOf(place), { options, at: now() }),
    of: (place) => offered.get(keyOf(place))?.options ?? [],
    forget: (beforeMs) => dropOlder(offered, beforeMs),
  };
}

/** "The default value is 3." */
const MIN_QUERY_LENGTH = 3;

/** Whether so much was typed that Slack asks the app. */
export function isLongEnough({ element }: Field, text: string): boolean {
  return [...text].length >= Number(element.min_query_length ?? MIN_QUERY_LENGTH);
}

/** Nothing was asked of the app, and so there is nothing. */
export const NO_SUGGESTIONS: Suggestions = { delivery: undefined, options: [], groups: [] };

/** Reads what the app answered. What Slack doesn't take comes to no options, and an error with its faults and their places. */
export function readSuggestions(acknowledgement: Acknowledgement): Suggestions {
  const { body, isJson } = acknowledgement;
  if (acknowledgement.error !== undefined) {
    return { ...NO_SUGGESTIONS, delivery: toDelivery('block_suggestion', acknowledgement) };
  }
  const answer = isJson ? parseJson(body) : undefined;
  const faults = validateOptions(answer).map(({ pointer, message }) => `${message} [json-pointer:${pointer}]`);
  if (faults.length > 0 || !isObject(answer)) {
    const error = `invalid_options: ${faults.join('; ')}`;
    return { ...NO_SUGGESTIONS, delivery: toDelivery('block_suggestion', { ...acknowledgement, error }) };
  }
  const groups = groupsOf(answer);
  return {
    delivery: toDelivery('block_suggestion', acknowledgement),
    options: groups.flatMap(({ options }) => options),
    groups,
  };
}

function groupsOf(answer: JsonObject): Suggestions['groups'] {
  // What passed the validation has this shape.
  const optionsOf = (holder: JsonObject) => listOf(holder, 'options') as readonly MenuOption[];
  if (answer.options !== undefined) return [{ label: undefined, options: optionsOf(answer) }];
  return listOf(answer, 'option_groups')
    .filter(isObject)
    .map((group) => ({ label: textOf(objectOf(group, 'label'), 'text'), options: optionsOf(group) }));
}
