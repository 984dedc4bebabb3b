import {
  type AccountHistory,
  changesOf,
  courseOf,
  type History,
  lastOf,
} from '../../../followstats/history/history.ts';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toPlain, toText } from '../kit/inline.ts';
import { named, withoutNames } from '../kit/named-account.ts';
import { MISSING } from '../kit/table.ts';
import { elsewhereText, type Telling, tellRows } from '../kit/tell-rows.ts';
import { createWriteChange } from '../reports/change.ts';
import { COLUMNS, spreadPlaces } from './history-table.ts';
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
 * at each instant; where not all fit, at fewer of the instants, then at the first and the last reading alone, and then as many
 * accounts as fit.
 */
export function historyText(
  reader: Reader,
  history: History,
  { head, tail, elsewhere }: Around,
  longest: number,
): string {
  const [first, second] = history.accounts;
  const bare = withoutNames(reader);
  const tellings =
    first && !second
      ? [() => tellInstants(reader, history, first)]
      : [
          // Names give way before instants do.
          () => tellAccounts(reader, history, spreadPlaces(history.instants.length, COLUMNS[0])),
          ...COLUMNS.filter((most, n) => n === 0 || most < history.instants.length).map(
            (most) => () => tellAccounts(bare, history, spreadPlaces(history.instants.length, most)),
          ),
          () => tellEnds(bare, history),
        ];
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

function tellAccounts(reader: Reader, history: History, places: readonly number[]): Telling {
  const words = reader.words.history.text;
  const labels = labelsOf(reader, history);
  const between = toPlain(words.between());
  const write = (count: number | undefined) => (count === undefined ? MISSING : reader.number(count));
  const rows = history.accounts.map(({ account, readings }) =>
    words.series({
      account: named(reader, account, 'code'),
      followers: places.map((place) => write(readings[place]?.followers)).join(between),
    }),
  );
  const [shown, all] = [places.length, history.instants.length];
  const title = [
    ...(shown < all ? [words.fewerTimes({ shown, all })] : []),
    words.times({ times: places.map((place) => labels[place] ?? '').join(between) }),
  ];
  return { title: title.map(toText), rows: rows.map(toText) };
}

function tellEnds(reader: Reader, { accounts }: History): Telling {
  const { ends, series, between } = reader.words.history.text;
  const rows = accounts.map((one) => {
    const last = lastOf(one).followers;
    const first = courseOf(one)?.first.reading.followers ?? last;
    const followers = [first, last].map(reader.number).join(toPlain(between()));
    return series({ account: named(reader, one.account, 'code'), followers });
  });
  return { title: [toText(ends())], rows: rows.map(toText) };
}
