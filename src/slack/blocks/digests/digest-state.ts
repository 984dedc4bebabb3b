import { isFailing } from '../../../digests/is-failing.ts';
import type { Run, RunState } from '../../../digests/runs.ts';
import type { Digest } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeDateAndTime, writeInstant } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { nameOf, placeOf } from './digest-name.ts';
import { inZoneOf } from './in-zone.ts';
import {
  describePause,
  describeRunReason,
  describeUnrecognizedState,
  type ReasonText,
  reasonSentence,
} from './run-text.ts';
import { describeSchedule } from './schedule-text.ts';

/** A digest, its latest run that is over, and the present, Unix milliseconds. */
export interface Standing {
  readonly digest: Digest;
  /** `undefined`: none was, or it isn't known here. */
  readonly last: Run | undefined;
  readonly now: number;
}

/** Tells why something is so. */
type SayWhy = (reader: Reader, reason: ReasonText) => Sentence;

/** A digest's name with how it is doing: running, paused by a person, or failing. */
export function headOf({ words }: Reader, { digest, last }: Omit<Standing, 'now'>): Sentence {
  const { running, paused, failing } = words.digests.marks;
  const name = { digest: nameOf(digest) };
  if (isFailing(digest, last)) return failing(name);
  return digest.state.kind === 'paused' ? paused(name) : running(name);
}

/** Where a digest is posted, and when, with its zone: a line of labels. */
export function whereOf(reader: Reader, digest: Pick<Digest, 'channelId' | 'schedule'>): Sentence {
  return reader.words.digests.where({
    place: placeOf(reader, digest),
    schedule: describeSchedule(reader, digest.schedule),
  });
}

/** The same with who made it. */
export function whereAndWhose(reader: Reader, digest: Pick<Digest, 'channelId' | 'schedule' | 'ownerId'>): Sentence {
  return reader.words.digests.whereAndWhose({
    place: placeOf(reader, digest),
    schedule: describeSchedule(reader, digest.schedule),
    owner: { personId: digest.ownerId },
  });
}

/**
 * When a digest comes next, or why it doesn't and what to do. Times are of its own zone.
 * @param write how the next slot is written: as one says it, or in words that stay true for days
 * @param say tells why it is paused
 */
export function comesSentence(
  reader: Reader,
  { digest, now }: Omit<Standing, 'last'>,
  write: typeof writeInstant = writeInstant,
  say: SayWhy = reasonSentence,
): Sentence {
  const { state } = digest;
  if (state.kind === 'active')
    return reader.words.digests.next({ next: write(inZoneOf(reader, digest), digest.nextRunAt, now) });
  const since = reader.words.digests.pausedSince({
    since: writeDateAndTime(inZoneOf(reader, digest), state.since, now),
  });
  // The mark says that a person paused it.
  if (state.reason === 'by-person') return since;
  return joinSentences(reader, since, say(reader, describePause(reader, state.reason, placeOf(reader, digest))));
}

/** The same, and what became of the last one. */
export function stateLine(reader: Reader, standing: Standing): Sentence {
  const { digest, last } = standing;
  const comes = comesSentence(reader, standing);
  if (digest.state.kind === 'active') return joinSentences(reader, comes, lastSentence(reader, standing));
  // What it is paused for is what the last one failed for.
  return joinSentences(reader, last && last.state !== 'failed' ? lastSentence(reader, standing) : undefined, comes);
}

/** What happened to a digest that is failing, and what to do, unless `say` leaves that out. */
export function failingLine(reader: Reader, standing: Standing, say: SayWhy = reasonSentence): Sentence {
  const comes = comesSentence(reader, standing, writeInstant, say);
  if (standing.digest.state.kind === 'paused') return comes;
  return joinSentences(reader, lastSentence(reader, standing, say), comes);
}

/** The instant of a digest's next slot, in its own zone. */
export function writeNext(
  reader: Reader,
  { digest, now }: { readonly digest: Pick<Digest, 'schedule' | 'nextRunAt'>; readonly now: number },
): string {
  return writeInstant(inZoneOf(reader, digest), digest.nextRunAt, now);
}

/** What became of the latest slot that is over. @param say tells why */
function lastSentence(reader: Reader, { digest, last, now }: Standing, say: SayWhy = brief): Sentence {
  const { words } = reader;
  if (!last) return words.digests.last.none();
  const { state, reason } = last;
  const at = writeInstant(inZoneOf(reader, digest), last.state === 'posted' ? last.post.at : last.slot, now);
  if (typeof state !== 'string')
    return joinSentences(reader, words.digests.last.unrecognized({ at }), describeUnrecognizedState(reader, state));
  if (!isOver(state)) return words.digests.last.none();
  const said = words.digests.last[state]({ at });
  if (state === 'posted') return said;
  if (reason === undefined) return said;
  return joinSentences(reader, said, say(reader, describeRunReason(reader, reason, placeOf(reader, digest))));
}

const isOver = (state: RunState): state is Exclude<RunState, 'due' | 'claimed' | 'posting'> =>
  state !== 'due' && state !== 'claimed' && state !== 'posting';

/** What happened, with its code; without what to do. */
export function brief(reader: Reader, { what, code }: ReasonText): Sentence {
  return reasonSentence(reader, { what, code, fix: undefined });
}
