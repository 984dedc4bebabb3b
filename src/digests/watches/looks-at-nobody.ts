import type { Lists } from '../../followstats/lists/lists.ts';
import type { Watch, WatchId } from './types.ts';

/**
 * Returns the watches that look at no account: they name none themselves, and all their lists are empty or deleted.
 * @param lists all that there are
 */
export function looksAtNobody(
  watches: readonly Watch[],
  lists: Awaited<ReturnType<Lists['all']>>,
): ReadonlySet<WatchId> {
  const filled = new Set(lists.filter(({ size }) => size > 0).map(({ name }) => name));
  const isIdle = ({ accounts, lists: named }: Watch) =>
    accounts.length === 0 && !named.some((name) => filled.has(name));
  return new Set(watches.filter(isIdle).map(({ id }) => id));
}
