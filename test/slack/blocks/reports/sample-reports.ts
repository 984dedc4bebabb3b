import { createReport, type Report } from '../../../../src/followstats/reports/report.ts';
import type { Resolved } from '../../../../src/followstats/reports/resolve.ts';
import type { Snapshot } from '../../../../src/followstats/reports/snapshots.ts';
import type { AccountId, Lookup } from '../../../../src/followstats/types.ts';
import type { AnswerView } from '../../../../src/slack/blocks/kit/answer-renders.ts';
import type { Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import { reportReply } from '../../../../src/slack/blocks/reports/report.ts';
import { type Audience, withAudience } from '../../../../src/slack/words/reader.ts';
import { resolvedOf } from '../../../followstats/reports/sample-lookups.ts';
import { readerOf } from '../../readers.ts';

export const ASKED_AT = Date.UTC(2026, 10, 23, 10, 30);

/** Read right now, unless `ageMs` says how long ago. */
export function counts(followers: number, following = 2, mutual = 1, ageMs = 0): Lookup {
  return { kind: 'found', followers, following, mutual, readAt: ASKED_AT - ageMs };
}

/** So many followers, so long ago. */
export function baseline(followers: number, ageMs = 26 * 3_600_000): Snapshot {
  return { followers, following: 2, mutual: 1, readAt: ASKED_AT - ageMs };
}

/**
 * The report of a look-up for these accounts, each with what it is compared with, and for the people, groups and lists that were
 * named. `lastKnown`, `meant`: of accounts that failed.
 */
export function reportOf(
  rows: readonly (readonly [id: string, lookup: Lookup, baseline?: Snapshot | undefined])[],
  named: Partial<Resolved> = {},
  lastKnown: Readonly<Record<string, Snapshot>> = {},
  meant: Readonly<Record<string, string>> = {},
): Report {
  const ids = rows.map(([id]) => id);
  const byId = <Value>(place: 1 | 2) =>
    new Map(
      rows.flatMap((row): [AccountId, Value][] => (row[place] ? [[row[0] as AccountId, row[place] as Value]] : [])),
    );
  return createReport(
    { ...resolvedOf(...ids), ...named },
    {
      answers: byId<Lookup>(1),
      askedAt: ASKED_AT,
      baselines: byId<Snapshot>(2),
      lastKnown: new Map(Object.entries(lastKnown) as [AccountId, Snapshot][]),
      meant: new Map(Object.entries(meant) as [AccountId, AccountId][]),
    },
  );
}

/** A report of `count` accounts, each given its lookup by its place. */
export function bigReport(count: number, lookupOf: (n: number) => Lookup, idOf = (n: number) => `user_${n}`): Report {
  return reportOf(Array.from({ length: count }, (_, n) => [idOf(n), lookupOf(n)] as const));
}

/** A UserID of all 32 bytes. */
export const longId = (n: number): string =>
  `community-manager-of-the-sea-${n}`.padEnd(32, '_').slice(0, 28) + String(n).padStart(4, '0');

export function show(
  report: Report,
  { locale = 'en-US', admins, role, ...view }: Partial<AnswerView & Audience & { readonly locale: string }> = {},
): Reply {
  const reader = withAudience(readerOf(locale), { role, admins: admins ?? [] });
  return reportReply(reader, report, { buttonValue: 'kept 1', ...view });
}
