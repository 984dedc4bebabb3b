import type { ExportHistory } from '../../followstats/history/export-history.ts';
import type { History } from '../../followstats/history/history.ts';
import { historyCsvHead, historyCsvRows, historyCsvUnkept } from '../blocks/history/history-csv.ts';
import type { Reader } from '../words/reader.ts';

/** Readings of one file: some 20 MB, which are held in memory until Slack has them. */
export const MOST_READINGS = 250_000;

/**
 * Writes every reading behind a history as CSV, and the accounts that have none, in pages between which other work goes on; one
 * file at a time, so that what is held in memory stays bounded.
 * @returns `undefined` for more readings than one file takes. Rejects with `store_unavailable`
 */
export type WriteHistoryFile = (reader: Reader, history: History) => Promise<string | undefined>;

/** Makes a `WriteHistoryFile`. @param most readings of one file */
export function createWriteHistoryFile(exportHistory: ExportHistory, most = MOST_READINGS): WriteHistoryFile {
  let last: Promise<unknown> = Promise.resolve();

  async function write(reader: Reader, history: History): Promise<string | undefined> {
    const parts = [historyCsvHead(reader)];
    let count = 0;
    for await (const page of exportHistory(history)) {
      count += page.length;
      if (count > most) return undefined;
      parts.push(historyCsvRows(reader, page));
    }
    parts.push(
      historyCsvUnkept(
        reader,
        history.unkept.map(({ account }) => account),
      ),
    );
    return parts.join('');
  }

  return (reader, history) => {
    const writing = last.then(() => write(reader, history));
    last = writing.catch(() => undefined);
    return writing;
  };
}
