import {
  type AccountHistory,
  changesOf,
  courseOf,
  type History,
  lastOf,
} from '../../../followstats/history/history.ts';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toPlain, toText } from '../kit/inline.ts';
import { MISSING } from '../kit/table.ts';
import { elsewhereText, type Telling, tellRows } from '../kit/tell-rows.ts';
import { createWriteChange } from '../reports/change.ts';
import { labelsOf } from './history-times.ts';

interface Around {
  /** Above and below the numbers. */
  readonly head: readonly Sentence[];
  readonly tail: readonly Sentence[];
  /** Where accounts are that a text has no room for. */
  readonly elsewhere: 'table' | 'csv' | 'nowhere';
}

/**
 * A history in words, within so many UTF-16 units: of one account a line an instant, of several a line an account with its followers
 * at each instant; where not all fit, the first and the last of them, and then as many accounts as fit.
 */
export function historyText(
  reader: Reader,
  history: History,
  { head, tail, elsewhere }: Around,
  longest: number,
): string {
  const [first, second] = history.accounts;
  const tellings =
    first && !second
      ? [() => tellInstants(reader, history, first)]
      : [() => tellAccounts(reader, history), () => tellEnds(reader, history)];
  return tellRows(
    reader,
    {
      head: head.map(toText),
      tellings: first ? tellings : [() => ({ title: [], rows: [] })],
      tail: tail.map(toText),
      elsewhere: (left) => elsewhereText(reader, left, elsewhere),
    },
    longest,
  );
}

function tellInstants(reader: Reader, history: History, one: AccountHistory): Telling {
  const { row, firstRow, missing } = reader.words.history.text;
  const [labels, changes] = [labelsOf(reader, history), changesOf(one)];
  const writeChange = createWriteChange(reader);
  const rows = one.readings.map((reading, place): Sentence => {
    const at = labels[place] ?? '';
    if (!reading) return missing({ at });
    const { followers, following, mutual } = reading;
    const by = changes[place];
    return by === undefined
      ? firstRow({ at, followers, following, mutual })
      : row({ at, followers, change: writeChange(by), following, mutual });
  });
  return { title: [], rows: rows.map(toText) };
}

function tellAccounts(reader: Reader, history: History): Telling {
  const words = reader.words.history.text;
  const between = toPlain(words.between());
  const write = (count: number | undefined) => (count === undefined ? MISSING : reader.number(count));
  const rows = history.accounts.map(({ account, readings }) =>
    words.series({
      account: { code: account },
      followers: readings.map((reading) => write(reading?.followers)).join(between),
    }),
  );
  return { title: [toText(words.times({ times: labelsOf(reader, history).join(between) }))], rows: rows.map(toText) };
}

function tellEnds(reader: Reader, { accounts }: History): Telling {
  const { ends, series, between } = reader.words.history.text;
  const rows = accounts.map((one) => {
    const last = lastOf(one).followers;
    const first = courseOf(one)?.first.reading.followers ?? last;
    const followers = [first, last].map(reader.number).join(toPlain(between()));
    return series({ account: { code: one.account }, followers });
  });
  return { title: [toText(ends())], rows: rows.map(toText) };
}
