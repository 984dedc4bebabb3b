import { isRead, type ReadRow, type Row } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeInstant } from '../kit/instant.ts';
import { named } from '../kit/named-account.ts';
import { changeOf, createWriteChange, type WriteSince } from './change.ts';

/** Writes one row in words. */
export type TellRow<One extends Row = Row> = (row: One) => Sentence;

/**
 * Makes what writes an account that was read on one line:
 * `alice · 12,480 followers (+36 since Monday) · 310 following · 295 mutual`.
 */
export function createTellRow(reader: Reader, writeSince: WriteSince): TellRow<ReadRow> {
  const { row: plain, rowWithChange, rowUnchanged } = reader.words.reports;
  const writeChange = createWriteChange(reader);
  return (row) => {
    const { followers, following, mutual } = row.lookup;
    const shown = { account: named(reader, row.account), followers, following, mutual };
    const by = changeOf(row);
    if (by === undefined || !row.baseline) return plain(shown);
    const since = writeSince(row.baseline.readAt);
    return by === 0 ? rowUnchanged({ ...shown, since }) : rowWithChange({ ...shown, change: writeChange(by), since });
  };
}

interface Brevity {
  /** Whether each says how its followers changed. */
  readonly hasChange: boolean;
  /** Unix milliseconds; `undefined` where many read it: what was read last is for the person who asked. */
  readonly now: number | undefined;
}

/** Makes what writes any account in as few characters as can be, where the whole words of all rows are more than a text holds. */
export function createTellRowShort(reader: Reader, { hasChange, now }: Brevity): TellRow {
  const { shortRow, shortRowWithChange, shortUnread, shortLastKnown } = reader.words.reports;
  const writeChange = createWriteChange(reader);
  return (row) => {
    const account = named(reader, row.account);
    if (isRead(row)) {
      const { followers, following, mutual } = row.lookup;
      const shown = { account, followers, following, mutual };
      return hasChange ? shortRowWithChange({ ...shown, change: writeChange(changeOf(row)) }) : shortRow(shown);
    }
    const { lastKnown } = row;
    if (!lastKnown || now === undefined) return shortUnread({ account });
    const { followers, following, mutual, readAt } = lastKnown;
    return shortLastKnown({ account, followers, following, mutual, at: writeInstant(reader, readAt, now) });
  };
}
