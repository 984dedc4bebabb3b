import type { FailureGroup, Report, Row } from '../../../followstats/reports/report.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { describeFailure } from '../kit/failure-text.ts';
import { clean, type Sentence, toPlain } from '../kit/inline.ts';
import { listed } from '../kit/listed.ts';
import type { FormatChange } from './change.ts';

/** Longer lists of names are counted from here on: the table marks every one of them. */
const NAMES_SHOWN = 10;

/** The header line: `23 of 25 read, 2 failed, 12 from cache up to 40 s old`, and when. */
export function totals(reader: Reader, { rows, read, cached, askedAt }: Report): Sentence {
  return reader.words.reports.totals({
    read,
    all: rows.length,
    failed: rows.length - read,
    cached: cached.count,
    age: describeAge(reader, cached.oldestMs),
    at: { time: askedAt },
  });
}

/** Chat's own words make groups of their own, so that there could be as many as accounts. */
const GROUPS_SHOWN = 8;

/** What happened to each group of accounts, and what to do. */
export function failureSentences(reader: Reader, groups: readonly FailureGroup[]): readonly Sentence[] {
  const shown = groups.slice(0, GROUPS_SHOWN).map((group) => failureSentence(reader, group));
  const left = groups.length - shown.length;
  return left > 0 ? [...shown, reader.words.reports.moreFailures({ kinds: left })] : shown;
}

function failureSentence(reader: Reader, { failure, accounts }: FailureGroup): Sentence {
  return reader.words.reports.failure({ accounts: someNames(reader, accounts), ...describeFailure(reader, failure) });
}

/** The first of some accounts by name, and how many more there are. */
export function someNames(reader: Reader, accounts: readonly AccountId[]): Sentence {
  const shown = accounts.slice(0, NAMES_SHOWN);
  const names = listed(
    reader,
    shown.map((code) => ({ code })),
  );
  const more = accounts.length - shown.length;
  return more > 0 ? reader.words.reports.someNames({ names, more }) : names;
}

/** One row in words, for the top-level text. `change`: left out where no row has any. */
export function rowSentence(reader: Reader, row: Row, change: FormatChange | undefined): Sentence {
  const { reports } = reader.words;
  const { lookup } = row;
  const account = { code: row.account };
  if (lookup.kind === 'failed') {
    return reports.failedRow({ account, what: describeFailure(reader, lookup.failure).what });
  }
  return change
    ? reports.rowWithChange({ ...lookup, account, change: change(row) })
    : reports.row({ ...lookup, account });
}

/** One row in as few characters as can be, where the whole words of all rows are more than a text holds. */
export function shortRowSentence(reader: Reader, row: Row, change: FormatChange | undefined): Sentence {
  const { reports } = reader.words;
  const { lookup } = row;
  const account = { code: row.account };
  if (lookup.kind === 'failed') {
    const { upstream } = lookup.failure;
    return upstream
      ? reports.shortFailedRowWithCode({ account, chatCode: upstream.code })
      : reports.shortFailedRow({ account });
  }
  return change
    ? reports.shortRowWithChange({ ...lookup, account, change: change(row) })
    : reports.shortRow({ ...lookup, account });
}

/** What a row says of itself in the table: that it was read, or why not. */
export function rowState(reader: Reader, { lookup }: Row): string {
  if (lookup.kind === 'found') return toPlain(reader.words.reports.read());
  return clean(toPlain(describeFailure(reader, lookup.failure).what));
}

function describeAge({ words: { reports } }: Reader, ms: number): Sentence {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 120 ? reports.seconds({ seconds }) : reports.minutes({ minutes: Math.round(seconds / 60) });
}
