import { isObject, listOf } from '../json-values.ts';
import { randomId } from '../random-id.ts';
import type { Block } from '../types.ts';

/** The blocks as Slack keeps them: one that came without a `block_id` has been given one, also inside a container. */
export function withBlockIds(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => {
    const named = typeof block.block_id === 'string' && block.block_id !== '' ? block : { ...block, block_id: newId() };
    const children = block.child_blocks;
    return Array.isArray(children) ? { ...named, child_blocks: withBlockIds(children.filter(isBlock)) } : named;
  });
}

export function isBlock(value: unknown): value is Block {
  return isObject(value) && typeof value.type === 'string';
}

const newId = (): string => randomId('', 5);

/** The blocks with an `action_id` on every element that came without one. */
export function withActionIds(blocks: readonly Block[]): readonly Block[] {
  const named = (element: unknown): unknown =>
    isBlock(element) && UNNAMED.every((type) => type !== element.type) && typeof element.action_id !== 'string'
      ? { ...element, action_id: newId() }
      : element;
  return blocks.map((block) => {
    if (block.type === 'input') return { ...block, element: named(block.element) };
    if (block.type === 'section' && block.accessory !== undefined)
      return { ...block, accessory: named(block.accessory) };
    if (block.type === 'actions') return { ...block, elements: listOf(block, 'elements').map(named) };
    return block;
  });
}

const UNNAMED = ['image'];
