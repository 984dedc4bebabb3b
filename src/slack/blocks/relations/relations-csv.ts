import type { Relation } from '../../../followstats/relations/ports.ts';
import type { Reader } from '../../words/reader.ts';
import { writeCsv, writeCsvRows } from '../kit/csv-file.ts';
import { toPlain } from '../kit/inline.ts';

/** The first line of a list's file. */
export function relationsCsvHead({ words: { reports, relations } }: Reader): string {
  const { account, name } = reports.columns;
  return writeCsv([[account, name, relations.file.columns.since].map((title) => toPlain(title()))]);
}

/** Some accounts as further lines of it; instants are ISO 8601. */
export function relationsCsvRows(reader: Reader, relations: readonly Relation[]): string {
  return writeCsvRows(
    relations.map(({ account, name, since }) => [
      account,
      reader.nameOf(account, name),
      since === undefined ? undefined : new Date(since).toISOString(),
    ]),
  );
}
