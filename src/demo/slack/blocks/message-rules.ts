import { type BlockFault, failed } from './fault.ts';
import { type Fields, fieldsOf, isFields, listOf, stringOf } from './json.ts';
import { LIMITS } from './limits.ts';
import type { Surface } from './shape.ts';

interface Place {
  readonly pointer: string;
  readonly fields: Fields;
}

/** What holds over all blocks together: no single block can break these. */
export function checkTogether(blocks: readonly unknown[], surface: Surface): readonly BlockFault[] {
  const all = inside(blocks, '').flatMap(withNested);
  return [
    ...(surface === 'message' ? [...oneTable(all), ...fewCharts(all), ...shortMarkdown(all)] : oneFocus(all)),
    ...repeatedIds(all, 'block_id'),
    ...all.flatMap((block) => repeatedIds(elementsOf(block), 'action_id')),
  ];
}

/** `table` and `data_table` count as one family. */
function oneTable(all: readonly Place[]): readonly BlockFault[] {
  const [, ...more] = all.filter(({ fields }) => fields.type === 'table' || fields.type === 'data_table');
  return more.map(({ pointer }) => ({
    pointer,
    code: 'only_one_table_allowed',
    message: 'only one table is allowed in a message',
  }));
}

function fewCharts(all: readonly Place[]): readonly BlockFault[] {
  const most = LIMITS.chartsPerMessage;
  return all
    .filter(({ fields }) => fields.type === 'data_visualization')
    .slice(most)
    .map(({ pointer }) => failed(pointer, `no more than ${most} data_visualization blocks allowed in a message`));
}

/** Points at the first block with which the sum is too much. A block too long by itself was already rejected. */
function shortMarkdown(all: readonly Place[]): readonly BlockFault[] {
  let characters = 0;
  for (const { pointer, fields } of all) {
    if (fields.type !== 'markdown') continue;
    const { length } = stringOf(fields.text);
    characters += length;
    if (characters > LIMITS.markdown) {
      const message = `must be less than ${LIMITS.markdown + 1} characters over all markdown blocks`;
      return length > LIMITS.markdown ? [] : [failed(`${pointer}/text`, message)];
    }
  }
  return [];
}

function oneFocus(all: readonly Place[]): readonly BlockFault[] {
  const [, ...more] = all.flatMap(elementsOf).filter(({ fields }) => fields.focus_on_load === true);
  return more.map(({ pointer }) => failed(`${pointer}/focus_on_load`, 'only one element of a view may be focused'));
}

function repeatedIds(places: readonly Place[], name: 'block_id' | 'action_id'): readonly BlockFault[] {
  const seen = new Set<unknown>();
  return places.flatMap(({ pointer, fields }): readonly BlockFault[] => {
    const id = fields[name];
    if (id === undefined) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = `${name} ${JSON.stringify(id)} already exists`;
    return [{ pointer: `${pointer}/${name}`, code: 'duplicate_id', message }];
  });
}

/** A block and the blocks it holds: a container's children, a carousel's cards, a plan's tasks. */
function withNested(block: Place): readonly Place[] {
  const { pointer, fields } = block;
  if (fields.type === 'container') return [block, ...inside(fields.child_blocks, `${pointer}/child_blocks`)];
  if (fields.type === 'carousel') return [block, ...inside(fields.elements, `${pointer}/elements`)];
  if (fields.type === 'plan') return [block, ...inside(fields.tasks, `${pointer}/tasks`)];
  return [block];
}

/** The elements a person can act on. */
function elementsOf({ pointer, fields }: Place): readonly Place[] {
  if (fields.type === 'section') return one(fields.accessory, `${pointer}/accessory`);
  if (fields.type === 'input') return one(fields.element, `${pointer}/element`);
  if (fields.type === 'card') return inside(fields.actions, `${pointer}/actions`);
  if (fields.type === 'actions' || fields.type === 'context_actions') {
    return inside(fields.elements, `${pointer}/elements`);
  }
  return [];
}

function one(value: unknown, pointer: string): readonly Place[] {
  return isFields(value) ? [{ pointer, fields: value }] : [];
}

function inside(value: unknown, pointer: string): readonly Place[] {
  return listOf(value).map((item, index) => ({ pointer: `${pointer}/${index}`, fields: fieldsOf(item) }));
}
