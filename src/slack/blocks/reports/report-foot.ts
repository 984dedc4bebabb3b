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
 * How an answer was got, for the person who asked: when, and how many counts come from the cache once that matters.
 * @param isRefreshed whether it was read anew: its seconds tell one press from the next
 */
export function footOf(
  reader: Reader,
  { askedAt, cached, notRefreshed }: Report,
  { isRefreshed }: { readonly isRefreshed: boolean },
): Sentence {
  const { foot } = reader.words.reports;
  if (notRefreshed) return foot.tried({ at: writeTime(reader, notRefreshed.at, { seconds: true }) });
  const at = isRefreshed
    ? foot.updated({ at: writeTime(reader, askedAt, { seconds: true }) })
    : foot.asOf({ at: writeTime(reader, askedAt) });
  return joinSentences(reader, at, cachedSentence(reader, cached));
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
  { askedAt }: Report,
  { personId, since }: { readonly personId: PersonId; readonly since: Since | undefined },
): Sentence {
  const { shared, sharedSince, sharedSinceOrLater } = reports.foot;
  const [person, at] = [{ personId }, { time: askedAt }];
  if (!since) return shared({ person, at });
  return (since.orLater ? sharedSinceOrLater : sharedSince)({ person, at, since: since.at });
}
