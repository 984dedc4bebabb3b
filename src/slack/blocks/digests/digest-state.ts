import type { Digest } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { describePause } from './run-text.ts';
import { describeSchedule } from './schedule-text.ts';

/** A digest's schedule and its next slot, or why there is none. */
export function describeState(reader: Reader, { schedule, state, nextRunAt }: Digest): Sentence {
  const { active, paused } = reader.words.digests.states;
  const inWords = describeSchedule(reader, schedule);
  if (state.kind === 'active') return active({ schedule: inWords, next: { time: nextRunAt } });
  return paused({ schedule: inWords, since: { time: state.since }, ...describePause(reader, state.reason) });
}
