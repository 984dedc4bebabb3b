import { createDigestReport, type DigestReport } from '../../../src/digests/report/digest-report.ts';
import type { PostedRun } from '../../../src/digests/runs.ts';
import type { Thresholds } from '../../../src/digests/types.ts';
import type { ErrorCode } from '../../../src/errors.ts';
import type { Snapshot } from '../../../src/followstats/reports/snapshots.ts';
import type { AccountId, FollowCounts } from '../../../src/followstats/types.ts';
import { failed } from '../../followstats/reports/sample-lookups.ts';

export const DAY = 86_400_000;
export const MONDAY = Date.UTC(2026, 10, 23, 8);

/** Followers, all three counts, or why it can't be read. */
export type Reading = number | FollowCounts | ErrorCode;
type Readings = Readonly<Record<string, Reading>>;

const toCounts = (reading: number | FollowCounts): FollowCounts =>
  typeof reading === 'number' ? { followers: reading, following: 2, mutual: 1 } : reading;

interface Circumstances {
  /** Unix milliseconds. */
  readonly at?: number;
  readonly last?: PostedRun | undefined;
  readonly thresholds?: Thresholds;
  /** Followers by account, seven days ago. */
  readonly week?: Readonly<Record<string, number>>;
  readonly weekReadAt?: number;
}

/** The report of a digest whose accounts read so. */
export function reportOf(readings: Readings, circumstances: Circumstances = {}): DigestReport {
  const { at = MONDAY, last, thresholds = {}, week = {}, weekReadAt = at - 7 * DAY } = circumstances;
  const rows = Object.entries(readings).map(([id, reading]) => ({
    account: id as AccountId,
    lookup:
      typeof reading === 'string' ? failed(reading) : ({ kind: 'found', ...toCounts(reading), readAt: at } as const),
  }));
  const snapshots = Object.entries(week).map(([id, followers]): [AccountId, Snapshot] => [
    id as AccountId,
    { ...toCounts(followers), readAt: weekReadAt },
  ]);
  return createDigestReport({ rows, readAt: at, last, week: new Map(snapshots), thresholds });
}

/** The run that posted a report. */
export function postedRun(report: DigestReport): PostedRun {
  const { to } = report.period;
  return { slot: to, postedAt: to, readings: report.readings };
}

/** Reports of one digest, day after day, each against the one before. */
export function reportsOf(days: readonly Readings[], thresholds: Thresholds = {}): readonly DigestReport[] {
  const reports: DigestReport[] = [];
  for (const [n, readings] of days.entries()) {
    const before = reports.at(-1);
    reports.push(reportOf(readings, { at: MONDAY + n * DAY, last: before && postedRun(before), thresholds }));
  }
  return reports;
}
