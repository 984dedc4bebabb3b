import type { Lists } from '../followstats/lists/lists.ts';
import type { DigestSpec } from './types.ts';

/** Whether a digest names accounts, itself or by its lists as they are now. Rejects when the store fails. */
export async function hasAccounts(
  lists: Pick<Lists, 'read'>,
  { accounts, lists: names }: Pick<DigestSpec, 'accounts' | 'lists'>,
): Promise<boolean> {
  if (accounts.length > 0) return true;
  const known = await lists.read(names);
  return [...known.values()].some((list) => list.accounts.length > 0);
}
