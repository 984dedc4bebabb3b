import type { Button } from '@slack/types';
import type { AnswerOutcome } from '../../../digests/delivery/resolve-unknown.ts';
import type { Run, RunReason } from '../../../digests/runs.ts';
import type { PauseReason, Unrecognized } from '../../../digests/types.ts';
import type { OwnersWatchChange } from '../../../digests/watches/ports.ts';
import type { SettledWatch } from '../../../digests/watches/save-watch.ts';
import type { Watch } from '../../../digests/watches/types.ts';
import { mayActAs } from '../../../followstats/access/rules.ts';
import type { Resolved } from '../../../followstats/reports/resolve.ts';
import type { Reader } from '../../words/reader.ts';
import { describeDenial } from '../access/denial.ts';
import { brief } from '../digests/digest-state.ts';
import { describePlaceFault } from '../digests/place-fault-text.ts';
import { describePause, describeRunReason, reasonSentence } from '../digests/run-text.ts';
import { button } from '../kit/button.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeDateAndTime } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { withControls } from '../kit/with-controls.ts';
import { whoControls } from '../reports/who-controls.ts';
import { whoSentences } from '../reports/who-sentences.ts';
import { allWatchesButton, watchButton } from './watch-controls.ts';
import { aboutOf, isDirect, nameOf, ownPlaceOf, placeOf } from './watch-text.ts';

/** The watch that a notice to its owner is about. */
const about = (reader: Reader, watch: Watch) => ({ watch: nameOf(watch), place: placeOf(reader, watch) });

/** The one line that a saved watch posts where it tells: it also finds out whether the app may post there. */
export function announcementReply(reader: Reader, watch: Watch): Reply {
  const { made, madeDirect } = reader.words.watchAlerts;
  const announce = isDirect(watch) ? madeDirect : made;
  return sentences(reader, announce({ watch: nameOf(watch), about: aboutOf(reader, watch) }));
}

/** What a notice about one alert is made of. `now`: Unix milliseconds. */
interface AlertNotice {
  readonly watch: Watch;
  readonly run: Pick<Run, 'id' | 'slot'>;
  readonly now: number;
}

const dueAt = (reader: Reader, { run, now }: AlertNotice) => ({
  at: writeDateAndTime(reader, run.slot, now),
  zone: reader.zone,
});

/** To the owner: an alert that could not be posted. */
export function failedNotice(reader: Reader, notice: AlertNotice, reason: RunReason | Unrecognized): Reply {
  const { watch } = notice;
  return noticeOf(
    reader,
    [
      reader.words.watchAlerts.failed({ ...about(reader, watch), ...dueAt(reader, notice) }),
      brief(reader, describeRunReason(reader, reason, placeOf(reader, watch))),
    ],
    watchButton(reader, 'edit', watch.id),
  );
}

/** To the owner, once: the watch is paused, why, and what to do. */
export function pausedNotice(reader: Reader, watch: Watch, reason: PauseReason): Reply {
  return noticeOf(
    reader,
    [
      reader.words.watchAlerts.paused(about(reader, watch)),
      reasonSentence(reader, describePause(reader, reason, placeOf(reader, watch))),
    ],
    watchButton(reader, 'resume', watch.id),
    watchButton(reader, 'edit', watch.id),
  );
}

/** To the owner: what another person did to their watch. @param now when, Unix milliseconds */
export function changedNotice(reader: Reader, { kind, watch, by }: OwnersWatchChange, now: number): Reply {
  const { changes } = reader.words.watchAlerts;
  const named = { person: { personId: by }, watch: nameOf(watch) };
  const until = { until: writeDateAndTime(reader, watch.mutedUntil ?? now, now), zone: reader.zone };
  const mayUndo = mayActAs(reader.role, 'editor');
  const said =
    kind === 'mute'
      ? changes.mute({ ...named, ...until })
      : kind === 'delete' && !mayUndo
        ? changes.deleteForGood(named)
        : changes[kind](named);
  const { id } = watch;
  const offered = {
    edit: watchButton(reader, 'edit', id),
    pause: watchButton(reader, 'resume', id),
    resume: watchButton(reader, 'pause', id),
    mute: watchButton(reader, 'unmute', id),
    unmute: watchButton(reader, 'mute', id),
    delete: watchButton(reader, 'undo', id),
    restore: watchButton(reader, 'edit', id),
  } as const;
  return noticeOf(reader, [said, aboutOf(reader, watch)], offered[kind]);
}

/** Lines with the buttons of what this reader may do. */
function noticeOf(reader: Reader, lines: readonly Sentence[], ...controls: readonly Button[]): Reply {
  return withControls(sentences(reader, ...lines), mayActAs(reader.role, 'editor') ? controls : []);
}

/** The buttons of `unknownNotice`; each carries the alert's id. */
interface Answers {
  readonly arrivedActionId: string;
  readonly againActionId: string;
}

/** To the owner: whether an alert arrived, since Slack's answer was lost. Posting again by itself could post twice. */
export function unknownNotice(reader: Reader, notice: AlertNotice, answers: Answers): Reply {
  const { delivery } = reader.words.watchAlerts;
  const { watch, run } = notice;
  const lines = [
    delivery.unknown({ ...about(reader, watch), ...dueAt(reader, notice) }),
    reader.words.digestNotices.delivery.pleaseLook(),
  ];
  // The owner may answer in whatever role.
  return withControls(sentences(reader, ...lines), [
    button(answers.arrivedActionId, delivery.itArrived, run.id),
    button(answers.againActionId, delivery.postAgain, run.id),
  ]);
}

/** Takes the place of that notice, once the owner has answered it. */
export function unknownAnsweredReply(reader: Reader, outcome: AnswerOutcome<Watch>): Reply {
  const { delivery } = reader.words.watchAlerts;
  const { settled, otherVersion } = reader.words.digestNotices.delivery;
  switch (outcome.kind) {
    case 'gone':
      return sentences(reader, delivery.gone());
    case 'unread':
      return sentences(reader, otherVersion());
    case 'arrived':
      return sentences(reader, delivery.arrived({ watch: nameOf(outcome.digest) }));
    case 'again':
      return sentences(reader, delivery.again({ watch: nameOf(outcome.digest) }));
    case 'settled':
      return noticeOf(reader, [settled()], allWatchesButton(reader));
    case 'elsewhere': {
      const { what, fix } = describePlaceFault(reader, outcome.fault);
      return sentences(reader, joinSentences(reader, [what], [fix]));
    }
    case 'denied':
      return sentences(reader, describeDenial(reader, outcome.denial));
  }
}

/** To the person who saved a watch: what is kept, how its place took it, and who was named in vain. */
export function savedNotice(reader: Reader, settled: SettledWatch & { readonly who: Resolved }): Reply {
  const { watch, announced, who } = settled;
  const { saved, savedPaused, savedStaysPaused, notAnnounced } = reader.words.watches;
  const name = { watch: nameOf(watch) };
  const inVain = whoSentences(reader, { ...who, linked: [] });
  const controls = whoControls(reader, who);
  const { state } = watch;
  const reason = announced?.kind === 'refused' ? announced.reason : state.kind === 'paused' ? state.reason : undefined;
  if (reason === undefined) {
    const note = announced?.kind === 'failed' ? [notAnnounced()] : [];
    const where = saved({ ...name, place: ownPlaceOf(reader, watch) });
    return withControls(sentences(reader, where, aboutOf(reader, watch), ...note, ...inVain), controls);
  }
  const resume = watchButton(reader, 'resume', watch.id);
  if (reason === 'by-person')
    return withControls(sentences(reader, savedStaysPaused(name), ...inVain), [resume, ...controls]);
  const why = reasonSentence(reader, describePause(reader, reason, placeOf(reader, watch)));
  return withControls(sentences(reader, savedPaused(name), why, ...inVain), [
    resume,
    watchButton(reader, 'edit', watch.id),
    ...controls,
  ]);
}
