import type { AccountSnapshot, Snapshot, Snapshots } from '../reports/snapshots.ts';
import type { AccountHistory, History } from './history.ts';
import { layOutSpan } from './spans.ts';

/**
 * Every reading behind a history, in pages: each account in its order, the oldest first. What the history shows is among them, also
 * where it is older than the span or the store has dropped it since. Rejects with `store_unavailable`.
 */
export type ExportHistory = (
  history: Pick<History, 'accounts' | 'span' | 'at'>,
) => AsyncIterable<readonly AccountSnapshot[]>;

/** Makes an `ExportHistory`; what was read after the history was asked for isn't part of it. */
export function createExportHistory({ pages }: Pick<Snapshots, 'pages'>): ExportHistory {
  return async function* ({ accounts, span, at }) {
    const period = { since: layOutSpan(span, at).since, until: at };
    for (const one of accounts) {
      let shown = shownOf(one);
      for await (const page of pages([one.account], period)) {
        const end = page.at(-1)?.readAt ?? at;
        const isDue = ({ readAt }: Snapshot): boolean => readAt <= end;
        yield mergeReadings(page, shown.filter(isDue));
        shown = shown.filter((reading) => !isDue(reading));
      }
      if (shown.length > 0) yield shown;
    }
  };
}

function shownOf({ account, readings }: Pick<AccountHistory, 'account' | 'readings'>): readonly AccountSnapshot[] {
  return readings.flatMap((reading) => (reading ? [{ account, ...reading }] : []));
}

/** Readings of one account, each time once, the oldest first. */
function mergeReadings(
  page: readonly AccountSnapshot[],
  shown: readonly AccountSnapshot[],
): readonly AccountSnapshot[] {
  const known = new Set(page.map(({ readAt }) => readAt));
  const others = shown.filter(({ readAt }) => !known.has(readAt));
  return others.length === 0 ? page : [...page, ...others].toSorted((a, b) => a.readAt - b.readAt);
}
