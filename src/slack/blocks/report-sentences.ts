import type { FailureGroup, Report, Row } from '../../followstats/report.ts';
import { describeFailure } from './failure-text.ts';
import { clean, type Inline, type Sentence } from './inline.ts';

/** Longer lists of names are counted from here on: the table marks every one of them. */
const NAMES_SHOWN = 10;

/** How a number or a count of things reads in the reader's language. */
export type FormatNumber = (value: number) => string;

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
  const names = accounts.slice(0, NAMES_SHOWN).flatMap((code, n): Inline[] => [...(n > 0 ? [', '] : []), { code }]);
  const rest = accounts.length > NAMES_SHOWN ? [` and ${accounts.length - NAMES_SHOWN} more`] : [];
  return [...names, ...rest, `: ${what}. ${fix}`];
}

/** Mentioned people and groups that no account is known for. */
export function unlinkedSentences({ who }: Pick<Report, 'who'>): readonly Sentence[] {
  const people = who.people.flatMap((personId, n): Inline[] => [...(n > 0 ? [', '] : []), { personId }]);
  const groups = who.groups.flatMap((groupId, n): Inline[] => [...(n > 0 ? [', '] : []), { groupId }]);
  const has = who.people.length > 1 ? 'have' : 'has';
  return [
    ...(people.length > 0 ? [[...people, ` ${has} no link to a Chat account yet; type the UserID instead.`]] : []),
    ...(groups.length > 0
      ? [[...groups, ': no member has a link to a Chat account yet; type the UserIDs instead.']]
      : []),
  ];
}

/** One row in words, for the top-level text. */
export function rowSentence({ account, lookup }: Row, format: FormatNumber): Sentence {
  if (lookup.kind === 'failed') return [{ code: account }, `: –, ${describeFailure(lookup.failure).what}`];
  const { followers, following, mutual } = lookup;
  const counts = `${format(followers)} followers, ${format(following)} following, ${format(mutual)} mutual`;
  return [{ code: account }, `: ${counts}`];
}

/** Stands above rows told by `shortRowSentence`. */
export const SHORT_ROWS: Sentence = ['Each account with its followers / following / mutual:'];

/** One row in as few characters as can be, where the whole words of all rows are more than a text holds. */
export function shortRowSentence({ account, lookup }: Row, format: FormatNumber): Sentence {
  if (lookup.kind === 'failed') {
    const { upstream } = lookup.failure;
    return [{ code: account }, upstream ? `: – (${upstream.code})` : ': –'];
  }
  const { followers, following, mutual } = lookup;
  return [{ code: account }, `: ${[followers, following, mutual].map(format).join(' / ')}`];
}

/** What a failed row says in the table. */
export function rowState({ lookup }: Row): string {
  return lookup.kind === 'found' ? 'read' : clean(describeFailure(lookup.failure).what);
}

function describeAge(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
