import type { JsonObject } from '../json-values.ts';
import { isObject, listOf, textOf } from '../json-values.ts';
import type { Block, FieldInput, ViewValues } from '../types.ts';
import { type Field, isExternal, keepingOf, listFields, optionsOf } from './view-fields.ts';

/** What a person may choose where the element itself lists nothing. */
export interface Choosable {
  /** Ids of people and conversations. */
  readonly ids: (field: Field) => readonly string[];
  /** The options of an external select: what the app offered last, and what it holds already. */
  readonly suggested: readonly JsonObject[];
}

/**
 * The state of a view or message with these blocks: what was there under the same `block_id` and `action_id`, for all else what the
 * element begins with. So what a person typed outlives an update, and `initial_…` doesn't count for a field that stays.
 *
 * @param currentConversation For `default_to_current_conversation`.
 */
export function beginValues(
  blocks: readonly Block[],
  before: ViewValues = {},
  currentConversation?: string,
): ViewValues {
  const values: Record<string, Record<string, JsonObject>> = {};
  for (const field of listFields(blocks)) {
    const kept = before[field.blockId]?.[field.actionId];
    const isSame = kept?.type === field.element.type && isStillOffered(field, kept ?? {});
    const row = values[field.blockId] ?? {};
    values[field.blockId] = row;
    row[field.actionId] = isSame && kept ? kept : initialValue(field, currentConversation);
  }
  return values;
}

/** `values` with one field changed. */
export function withValue(values: ViewValues, { blockId, actionId }: Field, value: JsonObject): ViewValues {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: value } };
}

/**
 * What the state holds once a person gave the field this input.
 *
 * @throws {Error} What can't be chosen there, and what can.
 */
export function toValue(field: Field, input: FieldInput, choosable: Choosable): JsonObject {
  const { type } = field.element;
  const { key, takes } = keepingOf(field);
  const among = (wanted: unknown, offered: readonly string[]): string => {
    if (offered.includes(String(wanted))) return String(wanted);
    throw new Error(`${field.actionId} offers no ${JSON.stringify(wanted)}, but: ${offered.join(', ')}`);
  };
  const chosenOption = (wanted: unknown): JsonObject => {
    const offered = isExternal(field) ? choosable.suggested : optionsOf(field);
    const value = among(
      wanted,
      offered.map((option) => textOf(option, 'value')),
    );
    return offered.find((option) => option.value === value) ?? {};
  };
  const several = (): readonly unknown[] => {
    if (input === null) return [];
    const chosen = Array.isArray(input) ? input : [input];
    const most = Number(field.element.max_selected_items ?? Number.POSITIVE_INFINITY);
    if (chosen.length > most) throw new Error(`${field.actionId} takes at most ${most}`);
    return chosen;
  };

  switch (takes) {
    case 'options':
      return { type, [key]: several().map(chosenOption) };
    case 'ids':
      return { type, [key]: several().map((id) => among(id, choosable.ids(field))) };
  }
  if (Array.isArray(input)) throw new Error(`${field.actionId} takes one value`);
  if (input === null || input === '') return { type, [key]: null };
  switch (takes) {
    case 'option':
      return { type, [key]: chosenOption(input) };
    case 'id':
      return { type, [key]: among(input, choosable.ids(field)) };
    case 'moment':
      return { type, [key]: readMoment(field, String(input)) };
    case 'text':
    case 'number':
      return { type, [key]: String(input) };
  }
}

/** The options that a field holds, for fields that hold options. */
export function heldOptions(field: Field, value: JsonObject): readonly JsonObject[] {
  const { key, takes } = keepingOf(field);
  if (takes === 'options') return listOf(value, key).filter(isObject);
  return takes === 'option' && isObject(value[key]) ? [value[key]] : [];
}

/** Whether a field holds nothing. */
export function isEmptyValue(field: Field, value: JsonObject): boolean {
  const held = value[keepingOf(field).key];
  return held === null || held === undefined || held === '' || (Array.isArray(held) && held.length === 0);
}

function initialValue(field: Field, currentConversation: string | undefined): JsonObject {
  const { element } = field;
  const { key, initial, takes } = keepingOf(field);
  const isMany = takes === 'options' || takes === 'ids';
  const current = element.default_to_current_conversation === true ? currentConversation : undefined;
  const begun = element[initial] ?? (isMany ? current && [current] : current);
  return { type: element.type, [key]: begun ?? (isMany ? [] : null) };
}

/** A choice from a list that no longer has it is gone. */
function isStillOffered(field: Field, value: JsonObject): boolean {
  const offered = optionsOf(field).map((option) => textOf(option, 'value'));
  return offered.length === 0 || heldOptions(field, value).every((one) => offered.includes(textOf(one, 'value')));
}

const MOMENTS: Readonly<Record<string, { readonly form: RegExp; readonly name: string }>> = {
  datepicker: { form: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, name: 'a date, YYYY-MM-DD' },
  timepicker: { form: /^(?:[01]\d|2[0-3]):[0-5]\d$/, name: 'a time, HH:mm' },
  datetimepicker: { form: /^\d{10}$/, name: 'Unix seconds of ten digits' },
};

function readMoment({ element, actionId }: Field, input: string): string | number {
  const moment = MOMENTS[textOf(element, 'type')];
  if (!moment?.form.test(input)) throw new Error(`${actionId} takes ${moment?.name}, not "${input}"`);
  return element.type === 'datetimepicker' ? Number(input) : input;
}
