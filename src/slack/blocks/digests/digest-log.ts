import { isLate } from '../../../digests/delivery/plan-slots.ts';
import type { DigestAnswer } from '../../../digests/digest-answer.ts';
import { ownPauseOf } from '../../../digests/pauses.ts';
import type { Run, RunIn } from '../../../digests/runs.ts';
import type { Digest } from '../../../digests/types.ts';
import { dateFormat } from '../../../followstats/formats.ts';
import type { Reader } from '../../words/reader.ts';
import { card } from '../kit/card.ts';
import { foot } from '../kit/foot.ts';
import { type Sentence, toRichText, toText } from '../kit/inline.ts';
import { writeDateAndTime, writeSpan, writeTime } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { joinText, type Reply } from '../kit/reply.ts';
import { allDigestsButton, digestButton, pauseButton } from './digest-controls.ts';
import { nameOf, placeOf } from './digest-name.ts';
import { brief, comesSentence, headOf, whereAndWhose } from './digest-state.ts';
import { inZoneOf } from './in-zone.ts';
import { describeRunReason, describeUnrecognizedState } from './run-text.ts';

type Log = Extract<DigestAnswer, { kind: 'digest-log' }>;

/** Lines of one log. */
const LINES_SHOWN = 20;

/** A digest's card, and what became of its last slots, a line each, the newest first; those missed in a row share one. */
export function digestLogReply(reader: Reader, log: Log): Reply {
  const { digest, runs } = log;
  const words = reader.words.digests.log;
  const head = headLines(reader, log);
  const there = digest ? inZoneOf(reader, digest) : reader;
  const slots = inGroups(runs)
    .slice(0, LINES_SHOWN)
    .map((group) => slotLine(there, log, group));
  const body = slots.length > 0 ? slots : [words.none()];
  // The schedule of one that is there says its zone.
  const isZoneShown = slots.length === 0 || (digest !== undefined && log.deleted === undefined);
  const notes = isZoneShown ? [] : [words.zone({ zone: there.zone })];
  return {
    text: joinText(reader, [...head, ...body, ...notes].map(toText)),
    renderings: [[...card(head, controlsOf(reader, log)), toRichText(body), ...notes.map(foot)]],
  };
}

function headLines(reader: Reader, { id, digest, deleted, runs, now }: Log): readonly Sentence[] {
  const { marks, log } = reader.words.digests;
  if (!digest) return [log.deleted({ id })];
  if (deleted) return [marks.deleted({ digest: nameOf(digest) })];
  // What became of the last one stands in the log itself.
  const last = runs.find(({ state }) => state !== 'due' && state !== 'claimed' && state !== 'posting');
  return [headOf(reader, { digest, last }), whereAndWhose(reader, digest), comesSentence(reader, { digest, now })];
}

function controlsOf(reader: Reader, { id, digest, deleted }: Log) {
  const all = allDigestsButton(reader);
  if (deleted === 'restorable') return [digestButton(reader, 'undo', id), all];
  if (deleted || !digest) return [all];
  return [
    digestButton(reader, 'edit', id),
    ...(ownPauseOf(digest) ? [] : [digestButton(reader, 'run', id)]),
    pauseButton(reader, digest),
    digestButton(reader, 'delete', id),
    all,
  ];
}

/** Runs in their order; those that were missed in a row for the same reason together. */
function inGroups(runs: readonly Run[]): readonly (readonly [Run, ...Run[]])[] {
  const groups: [Run, ...Run[]][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    if (group && run.state === 'missed' && group[0].state === 'missed' && group[0].reason === run.reason)
      group.push(run);
    else groups.push([run]);
  }
  return groups;
}

function slotLine(reader: Reader, { digest, now }: Log, [run, ...others]: readonly [Run, ...Run[]]): Sentence {
  const { explained, slots } = reader.words.digests.log;
  const oldest = others.at(-1);
  const slot = oldest
    ? slots.missedInARow({ span: writeSpan(reader, oldest.slot, run.slot), posts: others.length + 1 })
    : ownLine(reader, run, now);
  const why = whyOf(reader, run, digest);
  return why.length > 0 ? explained({ slot, why }) : slot;
}

function ownLine(reader: Reader, run: Run, now: number): Sentence {
  const { slots } = reader.words.digests.log;
  const slot = writeDateAndTime(reader, run.slot, now);
  if (typeof run.state !== 'string') return slots.unrecognized({ slot });
  return isLatePost(run) ? slots.postedLate({ slot, at: writeLate(reader, run, now) }) : slots[run.state]({ slot });
}

function isLatePost(run: Run): run is RunIn<'posted'> {
  return run.state === 'posted' && run.origin === 'schedule' && isLate(run.slot, run.post.at);
}

/** The time alone, where it is of the same day. */
function writeLate(reader: Reader, { slot, post }: RunIn<'posted'>, now: number): string {
  const day = dateFormat('en', { timeZone: reader.zone });
  return day.format(slot) === day.format(post.at) ? writeTime(reader, post.at) : writeDateAndTime(reader, post.at, now);
}

/** Who asked, why it is so, and how often it was tried, where there is something to say. */
function whyOf(reader: Reader, run: Run, digest: Digest | undefined): Sentence {
  const { asked, attempts } = reader.words.digests.log;
  const { state, reason, origin } = run;
  const place = digest ? placeOf(reader, digest) : reader.words.kit.channel();
  return joinSentences(
    reader,
    typeof state === 'string' ? undefined : describeUnrecognizedState(reader, state),
    origin === 'person' ? asked() : undefined,
    reason === undefined ? undefined : brief(reader, describeRunReason(reader, reason, place)),
    run.attempts > 1 ? attempts({ attempts: run.attempts }) : undefined,
  );
}
