import type { Who } from '../../../src/followstats/command.ts';
import { createReport, type Report } from '../../../src/followstats/report.ts';
import type { Lookup } from '../../../src/followstats/types.ts';
import type { Reply } from '../../../src/slack/blocks/reply.ts';
import { type ReportView, reportReply } from '../../../src/slack/blocks/report.ts';
import { accountsOf } from '../../followstats/sample-lookups.ts';

const ASKED_AT = Date.UTC(2026, 10, 23, 10, 30);

/** Read right now, unless `ageMs` says how long ago. */
export function counts(followers: number, following = 2, mutual = 1, ageMs = 0): Lookup {
  return { kind: 'found', followers, following, mutual, readAt: ASKED_AT - ageMs };
}

/** The report of a look-up for these accounts, and for mentioned people and groups. */
export function reportOf(
  rows: readonly (readonly [id: string, lookup: Lookup])[],
  mentioned: Partial<Pick<Who, 'people' | 'groups'>> = {},
): Report {
  const accounts = accountsOf(...rows.map(([id]) => id));
  const answers = new Map(accounts.map((account, n) => [account, rows[n]?.[1] as Lookup]));
  return createReport({ people: [], groups: [], ...mentioned, accounts }, answers, ASKED_AT);
}

/** A report of `count` accounts, each given its lookup by its place. */
export function bigReport(count: number, lookupOf: (n: number) => Lookup, idOf = (n: number) => `user_${n}`): Report {
  return reportOf(Array.from({ length: count }, (_, n) => [idOf(n), lookupOf(n)] as const));
}

/** A UserID of all 32 bytes. */
export const longId = (n: number): string =>
  `community-manager-of-the-sea-${n}`.padEnd(32, '_').slice(0, 28) + String(n).padStart(4, '0');

export function show(report: Report, view: Partial<ReportView> = {}): Reply {
  return reportReply(report, { locale: 'en-US', buttonValue: 'lookup alice', ...view });
}
