import type { PersonId } from '../../../followstats/ids.ts';
import type { Report } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeTime } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import type { Since } from './change.ts';

/** Younger counts are as good as new. */
const NEW_MS = 30_000;
const MINUTE_MS = 60_000;

/**
 * From when the counts are, where one instant stands for all of them, Unix milliseconds: that of the oldest, unless all are as good
 * as new.
 */
export function readAtOf({ askedAt, cached }: Pick<Report, 'askedAt' | 'cached'>): number {
  return cached.oldestMs > NEW_MS ? askedAt - cached.oldestMs : askedAt;
}

/**
 * How an answer was got, for the person who asked: when, and how many counts come from the cache once that matters. Nothing where
 * no account was read, or there is none.
 * @param isRefreshed whether it was asked for anew: its seconds tell one press from the next, also of those that failed
 */
export function footOf(
  reader: Reader,
  { askedAt, cached, read, rows, notRefreshed }: Report,
  { isRefreshed }: { readonly isRefreshed: boolean },
): readonly Sentence[] {
  const { foot } = reader.words.reports;
  const exactly = (at: number) => ({ at: writeTime(reader, at, { seconds: true }) });
  if (rows.length === 0) return [];
  if (notRefreshed) return [foot.tried(exactly(notRefreshed.at))];
  if (read === 0) return isRefreshed ? [foot.tried(exactly(askedAt))] : [];
  const at = isRefreshed ? foot.updated(exactly(askedAt)) : foot.asOf({ at: writeTime(reader, askedAt) });
  return [joinSentences(reader, at, cachedSentence(reader, cached))];
}

function cachedSentence({ words: { reports } }: Reader, { count, oldestMs }: Report['cached']): Sentence | undefined {
  if (count === 0 || oldestMs <= NEW_MS) return undefined;
  const { cachedSeconds, cachedMinutes } = reports.foot;
  return oldestMs < 2 * MINUTE_MS
    ? cachedSeconds({ accounts: count, seconds: Math.round(oldestMs / 1000) })
    : cachedMinutes({ accounts: count, minutes: Math.round(oldestMs / MINUTE_MS) });
}

/** The same where everyone reads it: who shared it, and instants that Slack shows each reader in their own zone. */
export function sharedFootOf(
  { words: { reports } }: Reader,
  report: Report,
  { personId, since }: { readonly personId: PersonId; readonly since: Since | undefined },
): Sentence {
  const { shared, sharedSince, sharedSinceOrLater } = reports.foot;
  const [person, at] = [{ personId }, { time: readAtOf(report) }];
  if (!since) return shared({ person, at });
  return (since.orLater ? sharedSinceOrLater : sharedSince)({ person, at, since: since.at });
}
