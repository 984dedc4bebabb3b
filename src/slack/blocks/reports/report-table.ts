import type { ReadRow } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toPlain } from '../kit/inline.ts';
import { namedText } from '../kit/named-account.ts';
import { type Cell, fitTable, noNumber, rawNumber, rawText, type Table } from '../kit/table.ts';
import { changeOf, createWriteChange, type Since } from './change.ts';

/**
 * Lays out as many rows as Slack's table limits allow, from the first on, and at most `maxRows`.
 * @param hasChange whether there is a column of changes
 */
export function layOutTable(
  reader: Reader,
  rows: readonly ReadRow[],
  { maxRows, hasChange }: { readonly maxRows: number; readonly hasChange: boolean },
): Table {
  const { account, followers, change, following, mutual } = reader.words.reports.columns;
  const writeChange = createWriteChange(reader);
  const count = (value: number): Cell => rawNumber(value, reader.number(value));

  function layOut(row: ReadRow): readonly Cell[] {
    const by = changeOf(row);
    const changed = !hasChange ? [] : [by === undefined ? noNumber() : rawNumber(by, writeChange(by))];
    const { lookup } = row;
    return [
      rawText(namedText(reader, row.account)),
      count(lookup.followers),
      ...changed,
      count(lookup.following),
      count(lookup.mutual),
    ];
  }

  const titles = [account, followers, ...(hasChange ? [change] : []), following, mutual];
  const header = titles.map((title) => toPlain(title()));
  return fitTable(rows, layOut, { header, numbers: titles.length - 1, maxRows });
}

/**
 * What a table is about, and since when its changes are.
 * @param since left out where that stands elsewhere, or there is no change
 */
export function captionOf({ words: { reports } }: Reader, accounts: number, since: Since | undefined): Sentence {
  if (!since) return reports.caption({ accounts });
  const say = since.orLater ? reports.captionSinceOrLater : reports.captionSince;
  return say({ accounts, since: since.at });
}
