import { type JsonObject, listOf, objectOf, textOf } from '../json-values.ts';
import type { RefuseContent } from '../types.ts';
import { isBlock } from './block-ids.ts';

/** Whether a message or view is one that this fault refuses. */
export function rejectsContent({ blocks: refused, textOver }: RefuseContent, args: JsonObject): boolean {
  const blocks = [...listOf(args, 'blocks'), ...listOf(objectOf(args, 'view'), 'blocks')].filter(isBlock);
  const holdsBlock =
    refused === undefined || blocks.some(({ type }) => refused.includes(type) || refused.includes('*'));
  const isTooLong = textOver === undefined || [...textOf(args, 'text')].length > textOver;
  return holdsBlock && isTooLong;
}
