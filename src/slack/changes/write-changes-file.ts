import type { Changes } from '../../followstats/changes/changes.ts';
import type { ExportChanges } from '../../followstats/changes/export-changes.ts';
import type { FollowEvent } from '../../followstats/events/ports.ts';
import type { ReadNames } from '../../followstats/names/ports.ts';
import { changesCsvHead, changesCsvRows } from '../blocks/changes/changes-csv.ts';
import type { Reader } from '../words/reader.ts';

/** Events of one file: some 20 MB, which are held in memory until Slack has them. */
export const MOST_EVENTS = 250_000;

/** How long one file waits for names in all, milliseconds; those that aren't known by then are left empty. */
const NAMES_WAIT_IN_ALL_MS = 10_000;

/**
 * Writes every coming and going behind some changes as CSV, in pages between which other work goes on; one file at a time, so that
 * what is held in memory stays bounded.
 * @returns `undefined` for more events than one file takes. Rejects with `store_unavailable`
 */
export type WriteChangesFile = (reader: Reader, changes: Changes) => Promise<string | undefined>;

interface Options {
  readonly exportChanges: ExportChanges;
  readonly readNames: ReadNames;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Events of one file. */
  readonly most?: number;
}

/** Makes a `WriteChangesFile`. */
export function createWriteChangesFile({
  exportChanges,
  readNames,
  now,
  most = MOST_EVENTS,
}: Options): WriteChangesFile {
  let last: Promise<unknown> = Promise.resolve();

  async function write(reader: Reader, changes: Changes): Promise<string | undefined> {
    const parts = [changesCsvHead(reader)];
    const namesUntil = now() + NAMES_WAIT_IN_ALL_MS;
    let count = 0;
    for await (const page of exportChanges(changes)) {
      count += page.length;
      if (count > most) return undefined;
      await readFollowers(page, namesUntil - now());
      parts.push(changesCsvRows(reader, page));
    }
    return parts.join('');
  }

  /** Sees to it that the names of those that came and left are known; people's answers go before them. */
  async function readFollowers(events: readonly FollowEvent[], waitMs: number): Promise<void> {
    if (waitMs <= 0) return;
    await readNames([...new Set(events.map(({ follower }) => follower))], { waitMs, priority: 'digest' });
  }

  return (reader, changes) => {
    const writing = last.then(() => write(reader, changes));
    last = writing.catch(() => undefined);
    return writing;
  };
}
