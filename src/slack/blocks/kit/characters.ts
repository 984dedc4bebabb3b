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
  if (typeof value === 'string') return codePointsIn(value);
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  if (Array.isArray(value)) {
    for (const inner of value) sum += count(inner);
    return sum;
  }
  for (const [name, inner] of Object.entries(value)) if (!UNREAD.has(name)) sum += count(inner);
  return sum;
}

/** Without making a list of them: a table has hundreds of texts, and is counted more than once. */
function codePointsIn(text: string): number {
  let points = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) points += 1;
  return points;
}
