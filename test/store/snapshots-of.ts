import type { Snapshot } from '../../src/followstats/reports/snapshots.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import type { Store } from '../../src/store/open.ts';

/** Every snapshot of one account since a moment, the oldest first. */
export async function snapshotsOf(
  { snapshots }: Pick<Store, 'snapshots'>,
  account: string,
  since = 0,
): Promise<readonly Snapshot[]> {
  const period = { since, until: Number.MAX_SAFE_INTEGER };
  const pages = await Array.fromAsync(snapshots.pages([account as AccountId], period));
  return pages.flat().map(({ account: _, ...snapshot }) => snapshot);
}
