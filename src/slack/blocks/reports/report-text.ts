import { isRead, isUnread, type Report } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import { joinedLength } from '../kit/cut-text.ts';
import type { FailureLines } from '../kit/failure-lines.ts';
import { type Sentence, toText } from '../kit/inline.ts';
import { withoutNames } from '../kit/named-account.ts';
import { elsewhereText, type Telling, tellRows } from '../kit/tell-rows.ts';
import type { WriteSince } from './change.ts';
import { createTellRow, createTellRowShort } from './row-text.ts';

interface Parts {
  /** Unix milliseconds; `undefined` where everyone reads it: failures are only counted there. */
  readonly now: number | undefined;
  readonly writeSince: WriteSince;
  /** Of the accounts that couldn't be read, with the names that a reader is shown; none where everyone reads it. */
  readonly failuresFor: (reader: Reader) => FailureLines;
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
export function reportText(reader: Reader, { rows }: Report, parts: Parts, longest: number): string {
  const { now, writeSince, failuresFor, head, tail, elsewhere } = parts;
  const bare = withoutNames(reader);
  const [read, unread] = [rows.filter(isRead), now === undefined ? [] : rows.filter(isUnread)];
  // Names give way before words do.
  for (const one of [reader, bare]) {
    const lines = [...head, ...read.map(createTellRow(one, writeSince)), ...failuresFor(one).textLines, ...tail];
    const whole = lines.map(toText);
    if (joinedLength(whole) <= longest) return whole.join('\n');
  }

  const hasChange = read.some(({ baseline }) => baseline);
  const { shortRows, shortRowsWithChange } = reader.words.reports;
  function tell(): Telling {
    const title = (hasChange ? shortRowsWithChange : shortRows)();
    const tellShort = createTellRowShort(bare, { hasChange, now });
    return { title: [toText(title)], rows: [...read, ...unread].map((row) => toText(tellShort(row))) };
  }
  return tellRows(
    reader,
    {
      head: head.map(toText),
      tellings: [tell],
      // Each account stands above already: of those that share a line the first are named again.
      tail: [...failuresFor(bare).lines, ...tail].map(toText),
      elsewhere: (left) => elsewhereText(reader, left, elsewhere),
    },
    longest,
  );
}
