import { createDescribeDelta } from '../../../followstats/reports/delta.ts';
import type { Row } from '../../../followstats/reports/report.ts';
import type { FollowCounts } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toPlain } from '../kit/inline.ts';

const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** How a row's change of followers reads: `▲ +12 since 23 Nov`. */
export type FormatChange = (row: Row) => string;

/** How far a count is from its baseline, negative when it fell; `undefined` without a baseline. */
export function changeOf({ lookup, baseline }: Row, count: keyof FollowCounts): number | undefined {
  return lookup.kind === 'found' && baseline ? lookup[count] - baseline[count] : undefined;
}

/**
 * Writes changes a reader's way. Their instants stand in cells of plain text, which can't be shown in each reader's own
 * zone, so they are in UTC: the day alone, and the time of day where the day is the reading's own.
 */
export function createFormatChange({ words: { reports }, locale }: Reader): FormatChange {
  const describe = createDescribeDelta(locale);
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  const year = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });

  function since(at: number, readAt: number): string | Sentence {
    const [then, now] = [at, readAt].map((instant) => new Date(instant).toISOString()) as [string, string];
    if (then.slice(0, DAY_LENGTH) === now.slice(0, DAY_LENGTH)) return reports.utc({ time: time.format(at) });
    return then.slice(0, 4) === now.slice(0, 4) ? day.format(at) : year.format(at);
  }

  return (row) => {
    const by = changeOf(row, 'followers');
    if (by === undefined || row.lookup.kind === 'failed' || !row.baseline) return toPlain(reports.noBaseline());
    const then = since(row.baseline.readAt, row.lookup.readAt);
    return toPlain(reports.changeSince({ change: describe({ by, ratio: undefined }), then }));
  };
}

/** Writes changes without saying since when: `▲ +12`, for where there is no room. */
export function createShortChange({ words: { reports }, locale }: Reader): FormatChange {
  const describe = createDescribeDelta(locale);
  return (row) => {
    const by = changeOf(row, 'followers');
    return by === undefined ? toPlain(reports.noBaseline()) : describe({ by, ratio: undefined });
  };
}
