import type { Button } from '@slack/types';
import type { AnswerOutcome } from '../../../digests/delivery/resolve-unknown.ts';
import { ownPauseOf } from '../../../digests/pauses.ts';
import type { Announcement, OwnersChange } from '../../../digests/ports.ts';
import type { Run, RunReason } from '../../../digests/runs.ts';
import type { Digest, PauseReason, Unrecognized } from '../../../digests/types.ts';
import { mayActAs } from '../../../followstats/access/rules.ts';
import type { Reader } from '../../words/reader.ts';
import { describeDenial } from '../access/denial.ts';
import { button } from '../kit/button.ts';
import { foot } from '../kit/foot.ts';
import { type Inline, type Sentence, toText } from '../kit/inline.ts';
import { writeDateAndTime } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { withControls } from '../kit/with-controls.ts';
import { digestButton } from './digest-controls.ts';
import { isDirect, nameOf, placeOf } from './digest-name.ts';
import { comesSentence, whereOf } from './digest-state.ts';
import { inZoneOf } from './in-zone.ts';
import { describePlaceFault } from './place-fault-text.ts';
import { describePause, describeRunReason, reasonSentence } from './run-text.ts';
import { describeSchedule } from './schedule-text.ts';

const titleOf = ({ title }: Pick<Digest, 'title'>): Inline => ({ bold: title });

/** The digest that a notice to its owner is about. */
const about = (reader: Reader, digest: Digest) => ({ digest: nameOf(digest), place: placeOf(reader, digest) });

/**
 * The one line that a saved digest posts to its channel: it also finds out whether the app may post there.
 * @param reader in the digest's own words
 * @param facts `now`: Unix milliseconds
 */
export function announcementReply(
  reader: Reader,
  digest: Pick<Digest, 'title' | 'channelId' | 'schedule' | 'nextRunAt'>,
  { announcement, now }: { readonly announcement: Announcement; readonly now: number },
): Reply {
  const { made, madeDirect, changed } = reader.words.digestNotices;
  const announce = announcement === 'change' ? changed : isDirect(digest) ? madeDirect : made;
  return sentences(
    reader,
    announce({
      title: titleOf(digest),
      schedule: describeSchedule(reader, digest.schedule),
      next: writeDateAndTime(inZoneOf(reader, digest), digest.nextRunAt, now),
    }),
  );
}

/** What a notice about one slot is made of. `now`: Unix milliseconds. */
interface SlotNotice {
  readonly digest: Digest;
  readonly run: Pick<Run, 'id' | 'slot'>;
  readonly now: number;
}

/** When a slot was due, in words that stay true. */
function dueAt(reader: Reader, { digest, run, now }: SlotNotice) {
  const there = inZoneOf(reader, digest);
  return { slot: writeDateAndTime(there, run.slot, now), zone: there.zone };
}

/** To the owner: a slot that could not be delivered. Nothing is posted of it in the channel. */
export function failedNotice(reader: Reader, notice: SlotNotice, reason: RunReason | Unrecognized): Reply {
  const { digest, now } = notice;
  const { failed } = reader.words.digestNotices;
  return noticeOf(
    reader,
    [
      failed({ ...about(reader, digest), ...dueAt(reader, notice) }),
      reasonSentence(reader, describeRunReason(reader, reason, placeOf(reader, digest))),
      comesSentence(reader, { digest, now }, writeDateAndTime),
    ],
    ...(ownPauseOf(digest) ? [] : [digestButton(reader, 'run', digest.id)]),
    ...(digest.state.kind === 'paused' ? [digestButton(reader, 'resume', digest.id)] : []),
    digestButton(reader, 'log', digest.id),
  );
}

/** To the owner, once: the digest is paused, why, and what to do. */
export function pausedNotice(reader: Reader, digest: Digest, reason: PauseReason): Reply {
  return noticeOf(
    reader,
    [
      reader.words.digestNotices.paused(about(reader, digest)),
      reasonSentence(reader, describePause(reader, reason, placeOf(reader, digest))),
    ],
    digestButton(reader, 'resume', digest.id),
    digestButton(reader, 'edit', digest.id),
  );
}

/**
 * To the owner: what another person did to their digest.
 * @param now when, Unix milliseconds
 */
export function changedNotice(reader: Reader, { kind, digest, by }: OwnersChange, now: number): Reply {
  const { changes, at } = reader.words.digestNotices;
  const named = { person: { personId: by }, digest: nameOf(digest) };
  const mayUndo = mayActAs(reader.role, 'editor');
  const said = kind === 'delete' && !mayUndo ? changes.deleteForGood(named) : changes[kind](named);
  const there = inZoneOf(reader, digest);
  const written = writeDateAndTime(there, now, now);
  // Where and when it is posted says the zone, too.
  const [state, when]: [readonly Sentence[], Sentence] =
    kind === 'edit' || kind === 'resume' || kind === 'restore'
      ? [[whereOf(reader, digest), comesSentence(reader, { digest, now }, writeDateAndTime)], [written]]
      : [[], at({ at: written, zone: there.zone })];
  const { text, renderings } = noticeOf(
    reader,
    [said, ...state],
    ...offeredAfter(kind, digest).map((deed) => digestButton(reader, deed, digest.id)),
  );
  return {
    text: joinText(reader, [text, toText(when)]),
    renderings: renderings.map((blocks) => [...blocks, foot(when)]),
  };
}

type Deed = Parameters<typeof digestButton>[1];

/** What an owner may want to do about what another person did. */
const OFFERED = {
  edit: ['edit'],
  pause: ['resume'],
  resume: ['pause', 'edit'],
  delete: ['undo'],
  restore: ['edit'],
} as const satisfies Record<OwnersChange['kind'], readonly Deed[]>;

function offeredAfter(kind: OwnersChange['kind'], { state }: Digest): readonly Deed[] {
  const offered: readonly Deed[] = OFFERED[kind];
  return kind === 'edit' && state.kind === 'paused' ? ['resume', ...offered] : offered;
}

/** Lines with the buttons of what this reader may do. */
function noticeOf(reader: Reader, lines: readonly Sentence[], ...controls: readonly Button[]): Reply {
  return withControls(sentences(reader, ...lines), mayActAs(reader.role, 'editor') ? controls : []);
}

/** The buttons of `unknownNotice`; each carries the run's id. */
interface Answers {
  readonly arrivedActionId: string;
  readonly againActionId: string;
}

/** To the owner: whether a post arrived, since Slack's answer was lost. Posting again by itself could post twice. */
export function unknownNotice(reader: Reader, notice: SlotNotice, answers: Answers): Reply {
  const { delivery } = reader.words.digestNotices;
  const { digest, run } = notice;
  const lines = [delivery.unknown({ ...about(reader, digest), ...dueAt(reader, notice) }), delivery.pleaseLook()];
  // The owner may answer in whatever role.
  const controls = [
    button(answers.arrivedActionId, delivery.itArrived, run.id),
    button(answers.againActionId, delivery.postAgain, run.id),
  ];
  return withControls(sentences(reader, ...lines), controls);
}

/** Takes the place of that notice, once the owner has answered it. */
export function unknownAnsweredReply(reader: Reader, outcome: AnswerOutcome): Reply {
  const { delivery } = reader.words.digestNotices;
  switch (outcome.kind) {
    case 'gone':
      return sentences(reader, delivery.gone());
    case 'unread':
      return sentences(reader, delivery.otherVersion());
    case 'arrived':
      return sentences(reader, delivery.arrived({ digest: nameOf(outcome.digest) }));
    case 'again':
      return sentences(reader, delivery.again({ digest: nameOf(outcome.digest) }));
    case 'settled':
      return noticeOf(reader, [delivery.settled()], digestButton(reader, 'log', outcome.digest.id));
    case 'elsewhere': {
      const { what, fix } = describePlaceFault(reader, outcome.fault);
      return sentences(reader, joinSentences(reader, [what], [fix]));
    }
    case 'denied':
      return sentences(reader, describeDenial(reader, outcome.denial));
  }
}
