import { type JsonObject, listOf, objectOf, textOf } from '../json-values.ts';
import type { ContentFault } from '../types.ts';
import { isBlock } from './block-ids.ts';

/** Whether a message or view is one that this fault rejects. */
export function rejectsContent({ blocks: types, textOver }: ContentFault, args: JsonObject): boolean {
  const blocks = [...listOf(args, 'blocks'), ...listOf(objectOf(args, 'view'), 'blocks')].filter(isBlock);
  const holdsBlock = types === undefined || blocks.some(({ type }) => types.includes(type) || types.includes('*'));
  const isTooLong = textOver === undefined || [...textOf(args, 'text')].length > textOver;
  return holdsBlock && isTooLong;
}
