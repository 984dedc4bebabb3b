import type { Lists } from '../../followstats/lists/lists.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { DigestSpec } from '../types.ts';

/** The accounts of a digest at this moment, each once: those it names, then those of its lists in their order. */
export async function readAccounts(
  { accounts, lists: names }: Pick<DigestSpec, 'accounts' | 'lists'>,
  lists: Pick<Lists, 'read'>,
): Promise<readonly AccountId[]> {
  if (names.length === 0) return [...new Set(accounts)];
  const known = await lists.read(names);
  return [...new Set([...accounts, ...names.flatMap((name) => known.get(name)?.accounts ?? [])])];
}
