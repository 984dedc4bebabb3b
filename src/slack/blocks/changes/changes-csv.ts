import type { FollowEvent } from '../../../followstats/events/ports.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { writeCsv, writeCsvRows } from '../kit/csv-file.ts';
import { toPlain } from '../kit/inline.ts';

/** The first line of the file. */
export function changesCsvHead({ words: { reports, changes } }: Reader): string {
  const { event, follower, name, at } = changes.file;
  return writeCsv([[reports.columns.account, event, follower, name, at].map((title) => toPlain(title()))]);
}

/** Some events as further lines of it; instants are ISO 8601. A name that isn't known is an empty cell. */
export function changesCsvRows(
  { words: { changes } }: Reader,
  events: readonly FollowEvent[],
  names: ReadonlyMap<AccountId, string>,
): string {
  return writeCsvRows(
    events.map(({ kind, account, follower, at }) => [
      account,
      toPlain(changes.file[kind]()),
      follower,
      names.get(follower),
      new Date(at).toISOString(),
    ]),
  );
}
