import type { Changes } from '../../followstats/changes/changes.ts';
import type { ExportChanges } from '../../followstats/changes/export-changes.ts';
import { changesCsvHead, changesCsvRows } from '../blocks/changes/changes-csv.ts';
import type { Reader } from '../words/reader.ts';

/** Events of one file: some 20 MB, which are held in memory until Slack has them. */
export const MOST_EVENTS = 250_000;

/**
 * Writes every coming and going behind some changes as CSV, in pages between which other work goes on; one file at a time, so that
 * what is held in memory stays bounded.
 * @returns `undefined` for more events than one file takes. Rejects with `store_unavailable`
 */
export type WriteChangesFile = (reader: Reader, changes: Changes) => Promise<string | undefined>;

/** Makes a `WriteChangesFile`. @param most events of one file */
export function createWriteChangesFile(exportChanges: ExportChanges, most = MOST_EVENTS): WriteChangesFile {
  let last: Promise<unknown> = Promise.resolve();

  async function write(reader: Reader, changes: Changes): Promise<string | undefined> {
    const parts = [changesCsvHead(reader)];
    let count = 0;
    for await (const page of exportChanges(changes)) {
      count += page.length;
      if (count > most) return undefined;
      parts.push(changesCsvRows(reader, page, changes.names));
    }
    return parts.join('');
  }

  return (reader, changes) => {
    const writing = last.then(() => write(reader, changes));
    last = writing.catch(() => undefined);
    return writing;
  };
}
