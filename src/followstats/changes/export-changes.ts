import type { Events, FollowEvent } from '../events/ports.ts';
import type { Changes } from './changes.ts';

/**
 * Every coming and going behind some changes, in pages: each account in its order, the oldest first. What arrived since is among
 * them, where it happened in that time. Rejects with `store_unavailable`.
 */
export type ExportChanges = (changes: Pick<Changes, 'ledgers'>) => AsyncIterable<readonly FollowEvent[]>;

/** Makes an `ExportChanges`. */
export function createExportChanges({ pages }: Pick<Events, 'pages'>): ExportChanges {
  return async function* ({ ledgers }) {
    for (const { account, opening, closing } of ledgers) {
      yield* pages(account, { after: opening.readAt, until: closing.readAt });
    }
  };
}
