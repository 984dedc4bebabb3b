import { isObject } from './json-values.ts';
import { randomId } from './random-id.ts';
import type { Block } from './types.ts';

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
