import { causeOf, type Failure } from '../../../errors.ts';
import type { Report } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import { describeFailure } from '../kit/failure-text.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeDateAndTime, writeDay, writeTime } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { readAtOf } from './report-foot.ts';

type NotRefreshed = NonNullable<Report['notRefreshed']>;

/** Above the earlier counts: `Couldn’t refresh (60007). These are from 19:42.` What was read last has times of its own. */
export function notRefreshedLine(reader: Reader, report: Report, { failure, at: now }: NotRefreshed): Sentence {
  const { notRefreshed, notRefreshedForCode, notRefreshedAlone, notRefreshedAloneForCode } = reader.words.reports;
  const { code } = describeFailure(reader, failure);
  if (report.read === 0) return code ? notRefreshedAloneForCode({ code }) : notRefreshedAlone();
  const at = writeReadAt(reader, report, now);
  return code ? notRefreshedForCode({ code, at }) : notRefreshed({ at });
}

/** Above counts that are being read anew: `Still asking Chat. These are from 19:42.` */
export function stillAskingLine(reader: Reader, report: Report, now: number): Sentence {
  const { stillAsking, stillAskingAlone } = reader.words.reports;
  if (report.read === 0) return stillAskingAlone();
  return stillAsking({ at: writeReadAt(reader, report, now) });
}

function writeReadAt(reader: Reader, report: Report, now: number): string {
  const readAt = readAtOf(report);
  const isToday = writeDay(reader, readAt, now) === writeDay(reader, now, now) && now - readAt < 86_400_000;
  return isToday ? writeTime(reader, readAt) : writeDateAndTime(reader, readAt, now);
}

/** Whether the same words say both. */
export function isSameFailure(one: Failure, other: Failure): boolean {
  const [first, second] = [causeOf(one), causeOf(other)];
  return first.code === second.code && first.upstream?.code === second.upstream?.code;
}

/** Below them: what came in between, and what to do. The code stands above. */
export function whyNotRefreshed(reader: Reader, { failure }: NotRefreshed): Sentence {
  const { what, fix } = describeFailure(reader, failure);
  return joinSentences(reader, what, fix);
}
