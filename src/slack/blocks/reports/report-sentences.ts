import type { FailureGroup, Report, Row } from '../../../followstats/reports/report.ts';
import type { AccountId } from '../../../followstats/types.ts';
import { describeFailure } from '../kit/failure-text.ts';
import { clean, listed, type Sentence } from '../kit/inline.ts';
import type { FormatChange } from './change.ts';

/** Longer lists of names are counted from here on: the table marks every one of them. */
const NAMES_SHOWN = 10;

/** How a number or a count of things reads in the reader's language. */
export type FormatNumber = (value: number) => string;

/** @param locale BCP 47 */
export function createFormatNumber(locale: string): FormatNumber {
  const numbers = new Intl.NumberFormat(locale);
  return (value) => numbers.format(value);
}

/** The header line: `23 of 25 read, 2 failed, 12 from cache up to 40 s old`, and when. */
export function totals(report: Report, format: FormatNumber): Sentence {
  const { rows, read, cached, askedAt } = report;
  const parts = [`${format(read)} of ${format(rows.length)} read`];
  if (read < rows.length) parts.push(`${format(rows.length - read)} failed`);
  if (cached.count > 0) parts.push(`${format(cached.count)} from cache up to ${describeAge(cached.oldestMs)} old`);
  return [{ bold: parts.join(', ') }, ' · ', { time: askedAt }];
}

/** Chat's own words make groups of their own, so that there could be as many as accounts. */
const GROUPS_SHOWN = 8;

/** What happened to each group of accounts, and what to do. */
export function failureSentences(groups: readonly FailureGroup[]): readonly Sentence[] {
  const shown = groups.slice(0, GROUPS_SHOWN).map(failureSentence);
  const left = groups.length - shown.length;
  return left > 0 ? [...shown, [`… and ${left} more kinds of failure, each told in its row.`]] : shown;
}

function failureSentence({ failure, accounts }: FailureGroup): Sentence {
  const { what, fix } = describeFailure(failure);
  return [...someNames(accounts), `: ${what}. ${fix}`];
}

/** The first of some accounts by name, and how many more there are. */
export function someNames(accounts: readonly AccountId[]): Sentence {
  const names = accounts.slice(0, NAMES_SHOWN).map((code) => ({ code }));
  const rest = accounts.length > NAMES_SHOWN ? [` and ${accounts.length - NAMES_SHOWN} more`] : [];
  return [...listed(names), ...rest];
}

/** One row in words, for the top-level text. `change`: left out where no row has any. */
export function rowSentence(row: Row, format: FormatNumber, change: FormatChange | undefined): Sentence {
  const { account, lookup } = row;
  if (lookup.kind === 'failed') return [{ code: account }, `: –, ${describeFailure(lookup.failure).what}`];
  const { followers, following, mutual } = lookup;
  const counts = `${format(following)} following, ${format(mutual)} mutual`;
  return [{ code: account }, `: ${format(followers)} followers${inBrackets(row, change)}, ${counts}`];
}

/** Stands above rows told by `shortRowSentence`. */
export const SHORT_ROWS: Sentence = ['Each account with its followers / following / mutual:'];

/** The same, where the rows' changes don't say since when. */
export const SHORT_CHANGES: Sentence = ['Each account with its followers (and their change) / following / mutual:'];

/** One row in as few characters as can be, where the whole words of all rows are more than a text holds. */
export function shortRowSentence(row: Row, format: FormatNumber, change: FormatChange | undefined): Sentence {
  const { account, lookup } = row;
  if (lookup.kind === 'failed') {
    const { upstream } = lookup.failure;
    return [{ code: account }, upstream ? `: – (${upstream.code})` : ': –'];
  }
  const { followers, following, mutual } = lookup;
  const numbers = [format(followers) + inBrackets(row, change), format(following), format(mutual)];
  return [{ code: account }, `: ${numbers.join(' / ')}`];
}

function inBrackets(row: Row, change: FormatChange | undefined): string {
  return change ? ` (${change(row)})` : '';
}

/** What a failed row says in the table. */
export function rowState({ lookup }: Row): string {
  return lookup.kind === 'found' ? 'read' : clean(describeFailure(lookup.failure).what);
}

function describeAge(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
