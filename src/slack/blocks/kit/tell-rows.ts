import type { Reader } from '../../words/reader.ts';
import { cutLines, joinedLength } from './cut-text.ts';
import { toText } from './inline.ts';

/** One way to tell all rows, a line each. */
export interface Telling {
  readonly title: readonly string[];
  readonly rows: readonly string[];
}

interface Rows {
  readonly head: readonly string[];
  /** From whole words to as few characters as can be. */
  readonly tellings: readonly (() => Telling)[];
  readonly tail: readonly string[];
  /** Says of so many accounts that are left out where they are. */
  readonly elsewhere: (left: number) => string;
}

/**
 * Tells of many accounts within so many UTF-16 units: the first telling in which all fit; where none does, as many accounts
 * of the shortest as fit, and a line that counts the others and says where they are. Head and tail are kept, a very long
 * tail in part.
 */
export function tellRows(reader: Reader, { head, tellings, tail, elsewhere }: Rows, longest: number): string {
  const moreLines = (lines: number) => toText(reader.words.kit.moreLines({ lines }));
  let shortest: Telling = { title: [], rows: [] };
  for (const tell of tellings) {
    shortest = tell();
    const lines = [...head, ...shortest.title, ...shortest.rows, ...tail];
    if (joinedLength(lines) <= longest) return lines.join('\n');
  }
  const { title, rows } = shortest;
  const top = cutLines([...head, ...title], Math.floor(longest / 3), moreLines);
  const end = tail.length > 0 ? [cutLines(tail, Math.floor(longest / 3), moreLines)] : [];
  let room = longest - joinedLength([top, elsewhere(rows.length), ...end]);
  const kept: string[] = [];
  for (const row of rows) {
    room -= row.length + 1;
    if (room < 0) break;
    kept.push(row);
  }
  const left = rows.length - kept.length;
  return [top, ...kept, ...(left > 0 ? [elsewhere(left)] : []), ...end].join('\n');
}

/** Says of so many accounts that a text has no room for them, and where they are. */
export function elsewhereText({ words }: Reader, accounts: number, elsewhere: 'table' | 'csv' | 'nowhere'): string {
  return toText(words.kit.elsewhere[elsewhere]({ accounts }));
}
