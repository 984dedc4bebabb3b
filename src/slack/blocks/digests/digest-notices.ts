import type { AnswerOutcome } from '../../../digests/delivery/resolve-unknown.ts';
import type { Digest, PauseReason, Run, RunReason, Unrecognized } from '../../../digests/types.ts';
import { COMMAND } from '../../names.ts';
import { describeDenial } from '../access/denial.ts';
import { button } from '../kit/button.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import { PLACE_TROUBLES } from '../kit/place-text.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { describePause, describeRunReason } from './run-text.ts';
import { describeSchedule } from './schedule-text.ts';

type Named = Pick<Digest, 'id' | 'title' | 'channelId'>;

const typed = (verb: string, { id }: Pick<Digest, 'id'>): Inline => ({ code: `${COMMAND} digest ${verb} ${id}` });

/** A direct message has no name that others could read. */
function placeOf({ channelId }: Pick<Digest, 'channelId'>): Inline {
  return channelId.startsWith('D') ? 'direct messages' : { channelId };
}

const about = (digest: Named): Sentence => ['Your digest ', { bold: digest.title }, ' for ', placeOf(digest)];

/** The one line that a saved digest posts to its channel: it also finds out whether the app may post there. */
export function savedReply(
  digest: Pick<Digest, 'id' | 'title' | 'schedule' | 'ownerId' | 'createdAt' | 'editedAt'>,
  nextRunAt: number,
): Reply {
  const news = digest.editedAt > digest.createdAt ? 'was changed; it is posted here' : 'will be posted here';
  return sentences([
    'The digest ',
    { bold: digest.title },
    ` ${news}: ${describeSchedule(digest.schedule)}. The next one comes `,
    { time: nextRunAt },
    '. Made by ',
    { personId: digest.ownerId },
    '; ',
    typed('edit', digest),
    ' changes it.',
  ]);
}

/** Posted in place of a digest when nothing has changed for a week, so that silence never means that it is broken. */
export function signOfLifeReply(
  { title }: Pick<Digest, 'title'>,
  { since, accounts }: { readonly since: number; readonly accounts: number },
): Reply {
  const watched = accounts === 1 ? 'The account is' : `All ${accounts} accounts are`;
  return sentences([{ bold: title }, ': nothing has changed since ', { time: since }, `. ${watched} still watched.`]);
}

/**
 * To the owner: a slot that could not be delivered. The channel hears nothing of it.
 * @param nextRunAt `undefined` while the digest is paused: then none comes by itself
 */
export function failedNotice(
  digest: Named,
  run: Pick<Run, 'slot'>,
  reason: RunReason | Unrecognized,
  nextRunAt: number | undefined,
): Reply {
  const next: Sentence = nextRunAt === undefined ? ['It is paused'] : ['The next one comes ', { time: nextRunAt }];
  return sentences([
    ...about(digest),
    ', due ',
    { time: run.slot },
    `, was not posted: ${describeRunReason(reason)}. `,
    ...next,
    '; ',
    typed('run', digest),
    ' posts one now.',
  ]);
}

/** To the owner, once: the digest is paused, why, and what to do. */
export function pausedNotice(digest: Named, reason: PauseReason): Reply {
  const { what, fix } = describePause(reason);
  return sentences([...about(digest), ` is paused: ${what}. ${fix} Then type `, typed('resume', digest), '.']);
}

/** The buttons of `unknownQuestion`; each carries the run's id. */
interface Answers {
  readonly arrivedActionId: string;
  readonly againActionId: string;
}

/** To the owner: whether a post arrived, since Slack's answer was lost. Posting again by itself could post twice. */
export function unknownQuestion(digest: Named, run: Pick<Run, 'id' | 'slot'>, answers: Answers): Reply {
  const { text, renderings } = sentences(
    [
      ...about(digest),
      ', due ',
      { time: run.slot },
      ', was sent, but Slack’s answer was lost, so it may or may not have arrived.',
    ],
    ['Please look, and press ', { bold: 'It arrived' }, ' or ', { bold: 'Post again' }, '.'],
  );
  const buttons = {
    type: 'actions' as const,
    elements: [
      button(answers.arrivedActionId, 'It arrived', 'Keep the post that is there', run.id),
      button(answers.againActionId, 'Post again', 'Post this digest again', run.id),
    ],
  };
  return { text, renderings: renderings.map((blocks) => [...blocks, buttons]) };
}

/** In place of that question, once it is answered. */
export function unknownAnsweredReply(outcome: AnswerOutcome): Reply {
  switch (outcome.kind) {
    case 'gone':
      return sentences(['This digest was deleted; nothing was posted.']);
    case 'unread':
      return sentences(['This button is of another version of followstats; nothing was done.']);
    case 'arrived':
      return sentences([...about(outcome.digest), ' did arrive. Thank you; nothing is posted again.']);
    case 'again':
      return sentences([...about(outcome.digest), ' is posted again now.']);
    case 'settled':
      return sentences([
        ...about(outcome.digest),
        ' is settled already; ',
        typed('log', outcome.digest),
        ' shows what became of it.',
      ]);
    case 'elsewhere': {
      const { what, fix } = PLACE_TROUBLES[outcome.fault];
      return sentences([`${what} ${fix}`]);
    }
    case 'refused':
      return sentences(describeDenial(outcome.denial));
  }
}
