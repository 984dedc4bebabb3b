import { isRead, type ReadRow, type Row } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import type { Moments } from '../kit/moments.ts';
import { changeOf, createWriteChange, sinceWhen } from './change.ts';

/** Writes one row in words. */
export type TellRow<One extends Row = Row> = (row: One) => Sentence;

/**
 * Makes what writes an account that was read on one line: `alice · 12,480 followers (+36 since Monday) · 310 following · 295 mutual`.
 * @param moments `undefined` where many read it, each in their own zone
 */
export function createTellRow(reader: Reader, moments: Moments | undefined): TellRow<ReadRow> {
  const { row: plain, rowWithChange, rowUnchanged } = reader.words.reports;
  const writeChange = createWriteChange(reader);
  return (row) => {
    const { followers, following, mutual } = row.lookup;
    const shown = { account: { bold: row.account }, followers, following, mutual };
    const by = changeOf(row);
    if (by === undefined || !row.baseline) return plain(shown);
    const since = sinceWhen(row.baseline.readAt, moments);
    return by === 0 ? rowUnchanged({ ...shown, since }) : rowWithChange({ ...shown, change: writeChange(by), since });
  };
}

/**
 * Makes what writes any account in as few characters as can be, where the whole words of all rows are more than a text holds.
 * @param hasChange whether each says how its followers changed
 */
export function createTellRowShort(
  reader: Reader,
  moments: Moments | undefined,
  { hasChange }: { readonly hasChange: boolean },
): TellRow {
  const { shortRow, shortRowWithChange, shortUnread, shortLastKnown } = reader.words.reports;
  const writeChange = createWriteChange(reader);
  return (row) => {
    const account = { bold: row.account };
    if (isRead(row)) {
      const { followers, following, mutual } = row.lookup;
      const shown = { account, followers, following, mutual };
      return hasChange ? shortRowWithChange({ ...shown, change: writeChange(changeOf(row)) }) : shortRow(shown);
    }
    const { lastKnown } = row;
    if (!lastKnown || !moments) return shortUnread({ account });
    const { followers, following, mutual, readAt } = lastKnown;
    return shortLastKnown({ account, followers, following, mutual, at: moments.dayAndTime(readAt) });
  };
}
