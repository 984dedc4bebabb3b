import type { Report } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import { describeFailure } from '../kit/failure-text.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeDateAndTime, writeDay, writeTime } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { readAtOf } from './report-foot.ts';

type NotRefreshed = NonNullable<Report['notRefreshed']>;

/** Above the earlier counts: `Couldn’t refresh (60007). These are from 19:42.` */
export function notRefreshedLine(reader: Reader, report: Report, { failure, at: now }: NotRefreshed): Sentence {
  const { notRefreshed, notRefreshedForCode } = reader.words.reports;
  const { code } = describeFailure(reader, failure);
  const readAt = readAtOf(report);
  const isToday = writeDay(reader, readAt, now) === writeDay(reader, now, now) && now - readAt < 86_400_000;
  const at = isToday ? writeTime(reader, readAt) : writeDateAndTime(reader, readAt, now);
  return code ? notRefreshedForCode({ code, at }) : notRefreshed({ at });
}

/** Below them: what came in between, and what to do. The code stands above. */
export function whyNotRefreshed(reader: Reader, { failure }: NotRefreshed): Sentence {
  const { what, fix } = describeFailure(reader, failure);
  return joinSentences(reader, what, fix);
}
