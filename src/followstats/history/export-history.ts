import type { AccountSnapshot, Snapshots } from '../reports/snapshots.ts';
import type { History } from './history.ts';
import { layOutSpan } from './spans.ts';

/** Every reading behind a history, in pages: each account in its order, the oldest first. Rejects with `store_unavailable`. */
export type ExportHistory = (
  history: Pick<History, 'accounts' | 'span' | 'at'>,
) => AsyncIterable<readonly AccountSnapshot[]>;

/** Makes an `ExportHistory`; what was read after the history was asked for isn't part of it. */
export function createExportHistory({ pages }: Pick<Snapshots, 'pages'>): ExportHistory {
  return ({ accounts, span, at }) =>
    pages(
      accounts.map(({ account }) => account),
      { since: layOutSpan(span, at).since, until: at },
    );
}
