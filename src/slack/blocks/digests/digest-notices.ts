import type { AnswerOutcome } from '../../../digests/delivery/resolve-unknown.ts';
import type { Run, RunReason } from '../../../digests/runs.ts';
import type { Digest, PauseReason, Unrecognized } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';
import { describeDenial } from '../access/denial.ts';
import { button } from '../kit/button.ts';
import type { Inline } from '../kit/inline.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';
import { placeOf } from './digest-name.ts';
import { describePlaceFault } from './place-fault-text.ts';
import { describePause, describeRunReason } from './run-text.ts';
import { describeSchedule } from './schedule-text.ts';

type Named = Pick<Digest, 'id' | 'title' | 'channelId'>;

const titleOf = ({ title }: Pick<Digest, 'title'>): Inline => ({ bold: title });

/** The digest that a notice to its owner is about. */
const about = (reader: Reader, digest: Named) => ({ title: titleOf(digest), place: placeOf(reader, digest) });

/** The one line that a saved digest posts to its channel: it also finds out whether the app may post there. */
export function savedReply(
  reader: Reader,
  digest: Pick<Digest, 'id' | 'title' | 'schedule' | 'ownerId' | 'createdAt' | 'editedAt'>,
  nextRunAt: number,
): Reply {
  const { made, changed } = reader.words.digestNotices;
  const announce = digest.editedAt > digest.createdAt ? changed : made;
  return sentences(
    reader,
    announce({
      title: titleOf(digest),
      schedule: describeSchedule(reader, digest.schedule),
      next: { time: nextRunAt },
      owner: { personId: digest.ownerId },
      edit: typed(`digest edit ${digest.id}`),
    }),
  );
}

/** Posted in place of a digest when nothing has changed for a week, so that silence never means that it is broken. */
export function signOfLifeReply(
  reader: Reader,
  digest: Pick<Digest, 'title'>,
  { since, accounts }: { readonly since: number; readonly accounts: number },
): Reply {
  return sentences(
    reader,
    reader.words.digestNotices.signOfLife({ title: titleOf(digest), since: { time: since }, accounts }),
  );
}

/**
 * To the owner: a slot that could not be delivered. Nothing is posted of it in the channel.
 * @param nextRunAt `undefined` while the digest is paused: then none comes by itself
 */
export function failedNotice(
  reader: Reader,
  digest: Named,
  run: Pick<Run, 'slot'>,
  reason: RunReason | Unrecognized,
  nextRunAt: number | undefined,
): Reply {
  const { failed, failedPaused } = reader.words.digestNotices;
  const failure = {
    ...about(reader, digest),
    slot: { time: run.slot },
    what: describeRunReason(reader, reason),
    run: typed(`digest run ${digest.id}`),
  };
  return sentences(
    reader,
    nextRunAt === undefined ? failedPaused(failure) : failed({ ...failure, next: { time: nextRunAt } }),
  );
}

/** To the owner, once: the digest is paused, why, and what to do. */
export function pausedNotice(reader: Reader, digest: Named, reason: PauseReason): Reply {
  const resume = typed(`digest resume ${digest.id}`);
  return sentences(
    reader,
    reader.words.digestNotices.paused({ ...about(reader, digest), ...describePause(reader, reason), resume }),
  );
}

/** The buttons of `unknownNotice`; each carries the run's id. */
interface Answers {
  readonly arrivedActionId: string;
  readonly againActionId: string;
}

/** To the owner: whether a post arrived, since Slack's answer was lost. Posting again by itself could post twice. */
export function unknownNotice(reader: Reader, digest: Named, run: Pick<Run, 'id' | 'slot'>, answers: Answers): Reply {
  const { delivery } = reader.words.digestNotices;
  const { text, renderings } = sentences(
    reader,
    delivery.unknown({ ...about(reader, digest), slot: { time: run.slot } }),
    delivery.pleaseLook(),
  );
  const buttons = {
    type: 'actions' as const,
    elements: [
      button(answers.arrivedActionId, delivery.itArrived, run.id),
      button(answers.againActionId, delivery.postAgain, run.id),
    ],
  };
  return { text, renderings: renderings.map((blocks) => [...blocks, buttons]) };
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
      return sentences(reader, delivery.arrived(about(reader, outcome.digest)));
    case 'again':
      return sentences(reader, delivery.again(about(reader, outcome.digest)));
    case 'settled': {
      const log = typed(`digest log ${outcome.digest.id}`);
      return sentences(reader, delivery.settled({ ...about(reader, outcome.digest), log }));
    }
    case 'elsewhere':
      return sentences(reader, delivery.elsewhere(describePlaceFault(reader, outcome.fault)));
    case 'denied':
      return sentences(reader, describeDenial(reader, outcome.denial));
  }
}
