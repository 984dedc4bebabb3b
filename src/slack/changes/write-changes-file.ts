import type { Changes } from '../../followstats/changes/changes.ts';
import type { ExportChanges } from '../../followstats/changes/export-changes.ts';
import type { FollowEvent } from '../../followstats/events/ports.ts';
import type { ReadNames } from '../../followstats/names/ports.ts';
import { changesCsvHead, changesCsvRows } from '../blocks/changes/changes-csv.ts';
import { createWriteInPages, type WriteFile } from '../lookups/write-in-pages.ts';

/** Events of one file: some 20 MB, which are held in memory until Slack has them. */
export const MOST_EVENTS = 250_000;

/** How long one file waits for names in all, milliseconds; accounts whose names aren't known by then are in it without. */
const NAMES_WAIT_IN_ALL_MS = 10_000;

/** Writes every coming and going behind some changes. Rejects with `store_unavailable`. */
export type WriteChangesFile = WriteFile<Changes>;

interface Options {
  readonly exportChanges: ExportChanges;
  readonly readNames: ReadNames;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Events of one file. */
  readonly most?: number;
}

/** Makes a `WriteChangesFile`. */
export function createWriteChangesFile(options: Options): WriteChangesFile {
  const { exportChanges, readNames, now, most = MOST_EVENTS } = options;

  /** Before each page the names of those that came and left are read; people's answers go before them. */
  async function* pagesOf(changes: Changes): AsyncGenerator<readonly FollowEvent[]> {
    const namesUntil = now() + NAMES_WAIT_IN_ALL_MS;
    for await (const page of exportChanges(changes)) {
      const waitMs = namesUntil - now();
      const followers = [...new Set(page.map(({ follower }) => follower))];
      if (waitMs > 0) await readNames(followers, { waitMs, priority: 'digest' });
      yield page;
    }
  }

  return createWriteInPages<Changes, FollowEvent>({ most, pagesOf, head: changesCsvHead, rows: changesCsvRows });
}
