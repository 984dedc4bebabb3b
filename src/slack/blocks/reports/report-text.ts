import { groupFailures, isRead, isUnread, type Report } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import { joinedLength } from '../kit/cut-text.ts';
import { type Sentence, toText } from '../kit/inline.ts';
import type { Moments } from '../kit/moments.ts';
import { elsewhereText, type Telling, tellRows } from '../kit/tell-rows.ts';
import { failureSentences } from './report-sentences.ts';
import { createTellRow, createTellRowShort } from './row-text.ts';
import { unreadLines } from './unread-lines.ts';

interface Parts {
  /** `undefined` where everyone reads it: instants are then Slack's, and failures are only counted. */
  readonly moments: Moments | undefined;
  /** Above and below the accounts. */
  readonly head: readonly Sentence[];
  readonly tail: readonly Sentence[];
  /** Where accounts are that a text has no room for. */
  readonly elsewhere: 'table' | 'csv' | 'nowhere';
}

/**
 * A report in words, every account of it, within so many UTF-16 units; where not all fit, as many as do, and a line that counts
 * the others and says where they are.
 */
export function reportText(reader: Reader, report: Report, parts: Parts, longest: number): string {
  const { moments, head, tail, elsewhere } = parts;
  const [read, unread] = [report.rows.filter(isRead), moments ? report.rows.filter(isUnread) : []];
  const tellRow = createTellRow(reader, moments);
  const whole = [
    ...head,
    ...read.map(tellRow),
    ...(moments ? unreadLines(reader, unread, { moments, names: 'all' }) : []),
    ...tail,
  ].map(toText);
  if (joinedLength(whole) <= longest) return whole.join('\n');

  const told = [...read, ...unread];
  const { shortRows, shortRowsWithChange } = reader.words.reports;
  function tell(hasChange: boolean): Telling {
    const tellShort = createTellRowShort(reader, moments, { hasChange });
    const title = (hasChange ? shortRowsWithChange : shortRows)();
    return { title: [toText(title)], rows: told.map((row) => toText(tellShort(row))) };
  }
  return tellRows(
    reader,
    {
      head: head.map(toText),
      tellings: [() => tell(read.some(({ baseline }) => baseline))],
      tail: [...failureSentences(reader, groupFailures(unread)), ...tail].map(toText),
      elsewhere: (left) => elsewhereText(reader, left, elsewhere),
    },
    longest,
  );
}
