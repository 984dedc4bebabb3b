import type { ExportHistory } from '../../followstats/history/export-history.ts';
import type { History } from '../../followstats/history/history.ts';
import type { AccountSnapshot } from '../../followstats/reports/snapshots.ts';
import { historyCsvHead, historyCsvRows, historyCsvUnkept } from '../blocks/history/history-csv.ts';
import { createWriteInPages, type WriteFile } from '../lookups/write-in-pages.ts';

/** Readings of one file: some 20 MB, which are held in memory until Slack has them. */
export const MOST_READINGS = 250_000;

/** Writes every reading behind a history, and the accounts that have none. Rejects with `store_unavailable`. */
export type WriteHistoryFile = WriteFile<History>;

/** Makes a `WriteHistoryFile`. @param most readings of one file */
export function createWriteHistoryFile(exportHistory: ExportHistory, most = MOST_READINGS): WriteHistoryFile {
  return createWriteInPages<History, AccountSnapshot>({
    most,
    pagesOf: exportHistory,
    head: historyCsvHead,
    rows: historyCsvRows,
    tail: (reader, { unkept }) =>
      historyCsvUnkept(
        reader,
        unkept.map(({ account }) => account),
      ),
  });
}
