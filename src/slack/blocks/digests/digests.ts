import type { DigestAnswer } from '../../../digests/commands.ts';
import { isLate } from '../../../digests/delivery/plan-slots.ts';
import type { Digest, DigestId, Run, RunState } from '../../../digests/types.ts';
import { type Inline, type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { PLACE_TROUBLES } from '../kit/place-text.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';
import { describePause, describeRunReason, describeUnrecognized } from './run-text.ts';
import { describeSchedule } from './schedule-text.ts';

/** Blocks of more may be refused for their size; the text tells all. */
const DIGESTS_SHOWN = 60;

/** What came of a `digest …` command that opens no form. */
export function digestAnswerReply(answer: Exclude<DigestAnswer, { kind: 'digest-form' }>): Reply {
  switch (answer.kind) {
    case 'digest-list':
      return listReply(answer);
    case 'digest-changed':
      return sentences(changedSentence(answer));
    case 'digest-unchanged':
      return sentences([
        nameOf(answer.digest),
        answer.change === 'pause' ? ' is already paused. To go on with it, type ' : ' isn’t paused. To pause it, type ',
        typed(`digest ${answer.change === 'pause' ? 'resume' : 'pause'} ${answer.digest.id}`),
        '.',
      ]);
    case 'digest-log':
      return logReply(answer);
    case 'digest-elsewhere':
      return sentences(elsewhereSentence(answer));
    case 'digest-unreadable':
      return sentences(unreadableSentence(answer.id));
    case 'digest-unknown':
      return sentences([
        'There is no digest ',
        shownWord(answer.word),
        '. Type ',
        typed('digest list'),
        ' to see all digests with their numbers.',
      ]);
  }
}

function changedSentence({ change, digest }: Extract<DigestAnswer, { kind: 'digest-changed' }>): Sentence {
  const { id } = digest;
  switch (change) {
    case 'run':
      return [
        nameOf(digest),
        ' is read now and then posted to ',
        placeOf(digest),
        '. How it went stands in ',
        typed(`digest log ${id}`),
        '.',
      ];
    case 'pause':
      return [nameOf(digest), ' is paused. To go on with it, type ', typed(`digest resume ${id}`), '.'];
    case 'resume':
      return [nameOf(digest), ' goes on: ', ...when(digest), '.'];
    case 'delete':
      return [nameOf(digest), ' is deleted. It is not posted any more.'];
  }
}

function elsewhereSentence({ digest, fault }: Extract<DigestAnswer, { kind: 'digest-elsewhere' }>): Sentence {
  if (fault !== 'not-yours') {
    const { what, fix } = PLACE_TROUBLES[fault];
    return [nameOf(digest), ` is left as it is. ${what} ${fix}`];
  }
  return [
    nameOf(digest),
    ' is posted in a conversation that you aren’t in. Only people there can change it, run it or resume it, and its owner ',
    { personId: digest.ownerId },
    ' can point it elsewhere. You can pause or delete it.',
  ];
}

function unreadableSentence(id: DigestId): Sentence {
  const { what, fix } = describePause('unreadable');
  return [{ bold: `#${id}` }, ` is not posted: ${what}. ${fix}`];
}

function listReply({ digests, unreadable }: Extract<DigestAnswer, { kind: 'digest-list' }>): Reply {
  const lost = unreadable.map(unreadableSentence);
  if (digests.length === 0 && lost.length > 0) return sentences(...(lost as [Sentence]));
  if (digests.length === 0) return sentences(['There are no digests yet. Make one with ', typed('digest new'), '.']);
  const title: Sentence = [{ bold: digests.length === 1 ? '1 digest' : `${digests.length} digests` }];
  const each = [...lost, ...digests.map(digestSentence)];
  const left = each.length - DIGESTS_SHOWN;
  const [{ id }] = digests as [Digest];
  const next: Sentence = [
    ...(left > 0 ? [`… and ${left} more. `] : []),
    'With its number, ',
    typed(`digest edit ${id}`),
    ' changes one; run, pause, resume, delete and log go the same way. ',
    typed('digest new'),
    ' makes another.',
  ];
  return {
    text: joinText([title, ...each, next].map(toText)),
    renderings: [[toRichText([title]), toBullets(each.slice(0, DIGESTS_SHOWN)), toRichText([next])]],
  };
}

/** `#3 Creators → #community, weekdays at 09:00, Europe/Berlin: next …; owner @anders` */
function digestSentence(digest: Digest): Sentence {
  return [nameOf(digest), ' to ', placeOf(digest), ': ', ...when(digest), ' · owner ', { personId: digest.ownerId }];
}

/** The schedule in words and its next slot, or why there is none. */
function when({ schedule, state, nextRunAt }: Digest): readonly Inline[] {
  const words = describeSchedule(schedule);
  if (state.kind === 'active') return [`${words} · next `, { time: nextRunAt }];
  const { what, fix } = describePause(state.reason);
  return [`${words} · `, { bold: 'paused' }, ' since ', { time: state.since }, `: ${what}. ${fix}`];
}

const nameOf = ({ id, title }: Pick<Digest, 'id' | 'title'>): Inline => ({ bold: `#${id} ${title}` });

/** A direct message has no name that others could read. */
const placeOf = ({ channelId }: Pick<Digest, 'channelId'>): Inline =>
  channelId.startsWith('D') ? 'direct messages' : { channelId };

function logReply({ id, digest, runs }: Extract<DigestAnswer, { kind: 'digest-log' }>): Reply {
  const title: Sentence = digest
    ? [nameOf(digest), ': ', ...when(digest)]
    : [{ bold: `#${id}` }, ' was deleted; these were its last runs.'];
  if (runs.length === 0) return sentences(title, ['It has not run yet.']);
  const each = runs.map(runSentence);
  return {
    text: joinText([title, ...each].map(toText)),
    renderings: [[toRichText([title, ['Its last runs, the newest first:']]), toBullets(each)]],
  };
}

const STATES: Readonly<Record<RunState, string>> = {
  due: 'waiting',
  claimed: 'being read',
  posting: 'being posted',
  posted: 'posted',
  skipped: 'skipped',
  failed: 'failed',
  unknown: 'unknown whether posted',
  missed: 'missed',
};

const describeState = (state: Run['state']): string =>
  typeof state === 'string' ? STATES[state] : describeUnrecognized('in a state', state);

/** Slot, state, when it came to that, why, and whether late. */
function runSentence(run: Run): Sentence {
  const { slot, state, changedAt, reason, origin, attempts } = run;
  const post = run.state === 'posted' ? run.post : undefined;
  const isLatePost = post && origin === 'schedule' && isLate(slot, post.at);
  return [
    { time: slot },
    origin === 'person' ? ' (asked for): ' : ': ',
    { bold: describeState(state) },
    ' ',
    { time: post?.at ?? changedAt },
    ...(isLatePost ? [', late'] : []),
    ...(reason ? [`: ${describeRunReason(reason)}`] : []),
    ...(attempts > 1 ? [` · ${attempts} attempts`] : []),
  ];
}
