import type { AccountSnapshot } from '../../../followstats/reports/snapshots.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { writeCsv, writeCsvRows } from '../kit/csv-file.ts';
import { toPlain } from '../kit/inline.ts';

/** The first line of a history's file. */
export function historyCsvHead({ words: { reports } }: Reader): string {
  const { account, name, followers, following, mutual, readAt } = reports.columns;
  return writeCsv([[account, name, followers, following, mutual, readAt].map((title) => toPlain(title()))]);
}

/** Accounts without readings as further lines: their UserIDs and names alone. */
export function historyCsvUnkept(reader: Reader, accounts: readonly AccountId[]): string {
  return writeCsvRows(
    accounts.map((account) => [account, reader.nameOf(account), undefined, undefined, undefined, undefined]),
  );
}

/** Some readings as further lines of it; instants are ISO 8601. */
export function historyCsvRows(reader: Reader, snapshots: readonly AccountSnapshot[]): string {
  return writeCsvRows(
    snapshots.map(({ account, followers, following, mutual, readAt }) => [
      account,
      reader.nameOf(account),
      followers,
      following,
      mutual,
      new Date(readAt).toISOString(),
    ]),
  );
}
