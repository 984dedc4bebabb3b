import { isFailing } from '../../../digests/is-failing.ts';
import type { Run } from '../../../digests/runs.ts';
import { isMuted, type Watch } from '../../../digests/watches/types.ts';
import type { Reader } from '../../words/reader.ts';
import { brief } from '../digests/digest-state.ts';
import { describePause, describeRunReason, reasonSentence } from '../digests/run-text.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeDateAndTime, writeInstant } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { aboutOf, nameOf, placeOf } from './watch-text.ts';

/** A watch, its latest alert that is over, and the present, Unix milliseconds. */
export interface WatchStanding {
  readonly watch: Watch;
  /** `undefined`: none was. */
  readonly last: Run | undefined;
  /** Whether it looks at no account. */
  readonly isIdle: boolean;
  readonly now: number;
}

/** The lines of a watch's card: its name with how it is doing, whom it looks at and when it tells, where, and its latest alert. */
export function watchLines(reader: Reader, standing: WatchStanding): readonly Sentence[] {
  const { watch } = standing;
  const { whereAndWhose } = reader.words.watches;
  return [
    headOf(reader, standing),
    aboutOf(reader, watch),
    whereAndWhose({ place: placeOf(reader, watch), owner: { personId: watch.ownerId } }),
    stateLine(reader, standing),
  ];
}

/** A watch's name with how it is doing: running, idle, muted, paused by a person, or failing. */
function headOf(reader: Reader, { watch, last, isIdle, now }: WatchStanding): Sentence {
  const { running, idle, muted, paused, failing } = reader.words.watches.marks;
  const name = { watch: nameOf(watch) };
  if (isFailing(watch, last)) return failing(name);
  if (watch.state.kind === 'paused') return paused(name);
  if (isIdle) return idle(name);
  if (watch.mutedUntil !== undefined && isMuted(watch, now))
    return muted({ ...name, until: writeInstant(reader, watch.mutedUntil, now) });
  return running(name);
}

function stateLine(reader: Reader, standing: WatchStanding): Sentence {
  const { watch, now } = standing;
  const { state } = watch;
  if (state.kind === 'active') return activeSentence(reader, standing);
  const since = reader.words.watches.pausedSince({ since: writeDateAndTime(reader, state.since, now) });
  if (state.reason === 'by-person') return since;
  return joinSentences(
    reader,
    since,
    reasonSentence(reader, describePause(reader, state.reason, placeOf(reader, watch))),
  );
}

function activeSentence(reader: Reader, standing: WatchStanding): Sentence {
  if (!standing.isIdle) return lastSentence(reader, standing);
  const idle = reader.words.watches.idle();
  return standing.last ? joinSentences(reader, idle, lastSentence(reader, standing)) : idle;
}

/** What became of the latest alert that is over. */
function lastSentence(reader: Reader, { watch, last, now }: WatchStanding): Sentence {
  const said = reader.words.watches.last;
  if (!last) return said.none();
  const at = writeInstant(reader, last.state === 'posted' ? last.post.at : last.slot, now);
  switch (last.state) {
    case 'posted':
      return said.posted({ at });
    case 'failed':
    case 'unknown':
      return joinSentences(
        reader,
        said[last.state]({ at }),
        brief(reader, describeRunReason(reader, last.reason, placeOf(reader, watch))),
      );
    default:
      return said.other({ at });
  }
}
