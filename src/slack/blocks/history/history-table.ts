import { type AccountHistory, changesOf, courseOf, type History } from '../../../followstats/history/history.ts';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toPlain } from '../kit/inline.ts';
import { named, namedText } from '../kit/named-account.ts';
import { type Cell, fitTable, noNumber, rawNumber, rawText, type Table } from '../kit/table.ts';
import { createWriteChange } from '../reports/change.ts';
import { labelsOf } from './history-times.ts';

/** Of so many accounts each has a column, beside the chart's instants; of more each has a row. */
const MOST_COLUMNS = 6;

/** At how many of the instants many accounts are shown: at as many of these as there is room for. */
export const COLUMNS = [14, 7, 5, 4, 3] as const;

/** Whether the table has a row an account; else it has one an instant, which are few. */
export function hasRowsOfAccounts({ accounts }: Pick<History, 'accounts'>): boolean {
  return accounts.length > MOST_COLUMNS;
}

/**
 * Lays out as many rows as Slack's limits allow, from the first on, and at most `maxRows`: of one account all its counts at each
 * instant; of a few accounts the followers at each instant; of many a row an account, with its change and its followers at some
 * of the instants.
 * @param places the instants that have a column in the last of these, by their places
 */
export function layOutHistory(
  reader: Reader,
  history: History,
  { maxRows, places }: { readonly maxRows: number; readonly places: readonly number[] },
): Table {
  const [first, second] = history.accounts;
  if (first && !second) return layOutOne(reader, history, first, maxRows);
  return hasRowsOfAccounts(history)
    ? layOutAccounts(reader, history, places, maxRows)
    : layOutInstants(reader, history, maxRows);
}

/** Its caption: what the table is about. */
export function captionOf(reader: Reader, { accounts }: History): Sentence {
  const { caption, captionSeveral } = reader.words.history.table;
  const [first, second] = accounts;
  return first && !second
    ? caption({ account: named(reader, first.account, 'code') })
    : captionSeveral({ accounts: accounts.length });
}

/** So many places out of all, evenly spread, the first and the last among them. */
export function spreadPlaces(all: number, most: number): readonly number[] {
  if (all <= most) return Array.from({ length: all }, (_, place) => place);
  return Array.from({ length: most }, (_, n) => Math.round((n * (all - 1)) / (most - 1)));
}

function layOutOne(reader: Reader, history: History, one: AccountHistory, maxRows: number): Table {
  const { columns } = reader.words.reports;
  const labels = labelsOf(reader, history);
  const { count, change } = cellsOf(reader);
  const by = changesOf(one);
  const header = [reader.words.history.chart.day, columns.followers, columns.change, columns.following, columns.mutual];
  return fitTable(
    [...history.instants.keys()],
    (place) => {
      const reading = one.readings[place];
      return [
        rawText(labels[place] ?? ''),
        count(reading?.followers),
        change(by[place]),
        count(reading?.following),
        count(reading?.mutual),
      ];
    },
    { header: header.map((title) => toPlain(title())), numbers: header.length - 1, maxRows },
  );
}

function layOutInstants(reader: Reader, history: History, maxRows: number): Table {
  const { accounts, instants } = history;
  const labels = labelsOf(reader, history);
  const { count } = cellsOf(reader);
  return fitTable(
    [...instants.keys()],
    (place) => [rawText(labels[place] ?? ''), ...accounts.map(({ readings }) => count(readings[place]?.followers))],
    {
      header: [toPlain(reader.words.history.chart.day()), ...accounts.map(({ account }) => namedText(reader, account))],
      numbers: accounts.length,
      maxRows,
    },
  );
}

function layOutAccounts(reader: Reader, history: History, places: readonly number[], maxRows: number): Table {
  const { account, change: changeTitle } = reader.words.reports.columns;
  const labels = labelsOf(reader, history);
  const { count, change } = cellsOf(reader);
  return fitTable(
    history.accounts,
    (one) => {
      const course = courseOf(one);
      return [
        rawText(namedText(reader, one.account)),
        change(course && course.last.reading.followers - course.first.reading.followers),
        ...places.map((place) => count(one.readings[place]?.followers)),
      ];
    },
    {
      header: [toPlain(account()), toPlain(changeTitle()), ...places.map((place) => labels[place] ?? '')],
      numbers: places.length + 1,
      maxRows,
    },
  );
}

function cellsOf(reader: Reader) {
  const writeChange = createWriteChange(reader);
  return {
    count: (value: number | undefined): Cell =>
      value === undefined ? noNumber() : rawNumber(value, reader.number(value)),
    change: (by: number | undefined): Cell => (by === undefined ? noNumber() : rawNumber(by, writeChange(by))),
  };
}
