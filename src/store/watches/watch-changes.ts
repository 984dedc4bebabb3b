import type { WatchSpec } from '../../digests/watches/types.ts';
import { createChangeEntries, type Details } from '../change-entries.ts';

/** What the audit says of changes of watches. */
export const { done, failed } = createChangeEntries('watch');

/** What the audit keeps of a watch. */
export function describe({ channelId, accounts, lists }: WatchSpec): Details {
  return { channel: channelId, accounts: accounts.length, lists: lists.join(', ') };
}
