import { isObject, type JsonObject, listOf, objectOf, textOf } from '../json-values.ts';
import { isBlock } from '../messages/block-ids.ts';
import type { Block } from '../types.ts';

/** One element of a view or message that holds a value, and the block it stands in. */
export interface Field {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: JsonObject;
  readonly block: Block;
}

/** How an element keeps its value: the property of the state, the property with the initial value, and the kind of value. */
interface Keeping {
  readonly key: string;
  readonly initial: string;
  readonly takes: 'text' | 'number' | 'option' | 'options' | 'id' | 'ids' | 'moment';
}

const text: Keeping = { key: 'value', initial: 'initial_value', takes: 'text' };
const option: Keeping = { key: 'selected_option', initial: 'initial_option', takes: 'option' };
const options: Keeping = { key: 'selected_options', initial: 'initial_options', takes: 'options' };
const one = (what: string): Keeping => ({ key: `selected_${what}`, initial: `initial_${what}`, takes: 'id' });
const many = (what: string): Keeping => ({ key: `selected_${what}s`, initial: `initial_${what}s`, takes: 'ids' });
const moment = (what: string): Keeping => ({ ...one(what), takes: 'moment' });

/** The elements whose values a state holds. Files can't be chosen here. */
const KEEPINGS: ReadonlyMap<string, Keeping> = new Map([
  ['plain_text_input', text],
  ['email_text_input', text],
  ['url_text_input', text],
  ['number_input', { ...text, takes: 'number' }],
  ['static_select', option],
  ['external_select', option],
  ['radio_buttons', option],
  ['multi_static_select', options],
  ['multi_external_select', options],
  ['checkboxes', options],
  ['users_select', one('user')],
  ['conversations_select', one('conversation')],
  ['channels_select', one('channel')],
  ['multi_users_select', many('user')],
  ['multi_conversations_select', many('conversation')],
  ['multi_channels_select', many('channel')],
  ['datepicker', moment('date')],
  ['timepicker', moment('time')],
  ['datetimepicker', moment('date_time')],
]);

/** All fields of the blocks of a view or message, in their order, also inside a container. */
export function listFields(blocks: readonly Block[]): readonly Field[] {
  return blocks.flatMap(withChildren).flatMap((block) =>
    elementsOf(block).flatMap((element): readonly Field[] => {
      const actionId = textOf(element, 'action_id');
      return KEEPINGS.has(textOf(element, 'type'))
        ? [{ blockId: textOf(block, 'block_id'), actionId, element, block }]
        : [];
    }),
  );
}

/**
 * The field with this `action_id`; only in block `blockId` when that is given.
 *
 * @throws {Error} when there is none, with what there is, or more than one
 */
export function findField(fields: readonly Field[], actionId: string, blockId: string | undefined): Field {
  const within = fields.filter((field) => blockId === undefined || field.blockId === blockId);
  const [field, ...more] = within.filter((one) => one.actionId === actionId);
  if (!field) throw new Error(`There is no field ${actionId}, but: ${within.map((one) => one.actionId).join(', ')}`);
  if (more.length > 0) throw new Error(`There are several fields ${actionId}: name the block, too`);
  return field;
}

export function keepingOf({ element }: Field): Keeping {
  const keeping = KEEPINGS.get(textOf(element, 'type'));
  if (!keeping) throw new Error(`${textOf(element, 'type')} keeps no value`);
  return keeping;
}

/** Whether the app is asked for the options of this field. */
export function isExternal({ element }: Field): boolean {
  return element.type === 'external_select' || element.type === 'multi_external_select';
}

/** Everything a select, radio group or group of checkboxes has on offer, also inside option groups. */
export function optionsOf({ element }: Field): readonly JsonObject[] {
  const groups = listOf(element, 'option_groups').filter(isObject);
  return [...listOf(element, 'options'), ...groups.flatMap((group) => listOf(group, 'options'))].filter(isObject);
}

/** Whether the app gets a change of the field at once: inputs only with `dispatch_action`. */
export function dispatches(field: Field, isEnter: boolean): boolean {
  const { block, element } = field;
  if (block.type !== 'input') return true;
  if (block.dispatch_action !== true) return false;
  if (keepingOf(field).key !== 'value') return true;
  const wanted = listOf(objectOf(element, 'dispatch_action_config'), 'trigger_actions_on');
  return (
    wanted.includes('on_character_entered') || (isEnter && (wanted.length === 0 || wanted.includes('on_enter_pressed')))
  );
}

function withChildren(block: Block): readonly Block[] {
  return [block, ...listOf(block, 'child_blocks').filter(isBlock)];
}

function elementsOf(block: Block): readonly JsonObject[] {
  if (block.type === 'input') return [objectOf(block, 'element')];
  if (block.type === 'section') return [objectOf(block, 'accessory')];
  return block.type === 'actions' ? listOf(block, 'elements').filter(isObject) : [];
}
