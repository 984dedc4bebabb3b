import { ApiError } from '../api-error.ts';
import { type JsonObject, textOf } from '../json-values.ts';

interface Limits {
  /** Items on a page when the request says nothing of it. */
  readonly usual: number;
  /** The most items on a page, whatever `limit` says. */
  readonly most: number;
}

/**
 * One page of what was found, and how to ask for the next: the cursor is the number of items before it.
 *
 * @throws {ApiError} `invalid_limit`, `invalid_cursor`.
 */
export function cutPage<Item>(
  found: readonly Item[],
  args: JsonObject,
  { usual, most }: Limits,
): { readonly page: readonly Item[]; readonly more: JsonObject } {
  const limit = Number(textOf(args, 'limit') || usual);
  if (!Number.isInteger(limit) || limit < 1) throw new ApiError('invalid_limit');
  const from = readCursor(textOf(args, 'cursor'));
  const until = from + Math.min(limit, most);
  const hasMore = until < found.length;
  const next = hasMore ? { response_metadata: { next_cursor: Buffer.from(`next:${until}`).toString('base64') } } : {};
  return { page: found.slice(from, until), more: { has_more: hasMore, ...next } };
}

function readCursor(cursor: string): number {
  if (cursor === '') return 0;
  const from = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
  if (from === undefined) throw new ApiError('invalid_cursor');
  return Number(from);
}
