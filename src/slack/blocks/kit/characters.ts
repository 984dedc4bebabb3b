import type { MessageBlock } from './reply.ts';

/** Properties that aren't shown to a reader. */
const UNREAD: ReadonlySet<string> = new Set([
  'type',
  'block_id',
  'action_id',
  'value',
  'style',
  'url',
  'align',
  'format',
]);

/**
 * Counts the code points of all words in some blocks, as near to Slack's own count as is known: Slack limits their sum
 * (`msg_blocks_too_long`) and doesn't document how it counts.
 */
export function charactersIn(blocks: readonly MessageBlock[]): number {
  return count(blocks);
}

function count(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [name, inner]) => (UNREAD.has(name) ? sum : sum + count(inner)), 0);
}
