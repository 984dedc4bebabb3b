import type { Lists } from '../../followstats/lists/lists.ts';
import type { AccountId } from '../../followstats/types.ts';
import { MOST_WATCHED, type Watch } from './types.ts';

type Named = Pick<Watch, 'accounts' | 'lists'>;

/**
 * Returns the accounts that watches look at now, `MOST_WATCHED` each: their own first, then those of their lists. Lists are read
 * once for all. Rejects when the store fails.
 */
export async function watchedAccounts<One extends Named>(
  lists: Pick<Lists, 'read'>,
  watches: readonly One[],
): Promise<ReadonlyMap<One, readonly AccountId[]>> {
  const known = await lists.read([...new Set(watches.flatMap((watch) => watch.lists))]);
  return new Map(
    watches.map((watch) => {
      const listed = watch.lists.flatMap((name) => known.get(name)?.accounts ?? []);
      return [watch, [...new Set([...watch.accounts, ...listed])].slice(0, MOST_WATCHED)];
    }),
  );
}
