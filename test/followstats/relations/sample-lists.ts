import type { ReadRelations, RelationPage } from '../../../src/followstats/relations/ports.ts';
import type { AccountId } from '../../../src/followstats/types.ts';

/** A Chat that gives these accounts a part at a time; `calls` are the cursors that it was asked with. */
export function listOf(parts: readonly (readonly string[])[]): {
  readonly readRelations: ReadRelations;
  readonly calls: readonly string[];
} {
  const calls: string[] = [];
  return {
    calls,
    async readRelations(_account, _kind, cursor): Promise<RelationPage> {
      calls.push(cursor);
      const n = cursor === '' ? 0 : Number(cursor.slice(1));
      const relations = (parts[n] ?? []).map((id) => ({
        account: id as AccountId,
        since: 1000,
        name: `Name of ${id}`,
      }));
      return { relations, unreadable: 0, next: n + 1 < parts.length ? `c${n + 1}` : undefined, readAt: 5000 };
    },
  };
}
