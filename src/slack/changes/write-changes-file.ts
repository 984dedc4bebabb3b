import type { Changes } from '../../followstats/changes/changes.ts';
import type { ExportChanges } from '../../followstats/changes/export-changes.ts';
import type { FollowEvent } from '../../followstats/events/ports.ts';
import { changesCsvHead, changesCsvRows } from '../blocks/changes/changes-csv.ts';
import { createWriteInPages, type WriteFile } from '../lookups/write-in-pages.ts';

/** Events of one file: some 20 MB, which are held in memory until Slack has them. */
export const MOST_EVENTS = 250_000;

/** Writes every coming and going behind some changes. Rejects with `store_unavailable`. */
export type WriteChangesFile = WriteFile<Changes>;

/** Makes a `WriteChangesFile`. @param most events of one file */
export function createWriteChangesFile(exportChanges: ExportChanges, most = MOST_EVENTS): WriteChangesFile {
  return createWriteInPages<Changes, FollowEvent>({
    most,
    pagesOf: exportChanges,
    head: changesCsvHead,
    rows: (reader, page, { names }) => changesCsvRows(reader, page, names),
  });
}
