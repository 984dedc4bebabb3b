import { AppError } from '../../errors.ts';
import type { ChannelId } from '../../followstats/ids.ts';
import { reportOfReadings } from '../../followstats/reports/kept-readings.ts';
import type { Logger } from '../../logger.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import type { Sentence } from '../blocks/kit/inline.ts';
import { joinSentences } from '../blocks/kit/join-sentences.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import type { ButtonClickArgs } from '../conversation/clicker.ts';
import { type Answered, type Converse, conclude } from '../conversation/conversation.ts';
import { hasCounts, type PrepareReply } from '../conversation/deliver-answer.ts';
import type { PostShared, SharedOutcome } from '../sending/post-shared.ts';
import type { Recipient, RecipientOf } from '../sending/recipient.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import type { ButtonClick, ReadButtonClick } from './button-click.ts';
import type { Shared, ShareOnce } from './share-once.ts';

interface Options {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly readButtonClick: ReadButtonClick;
  readonly recipientOf: RecipientOf;
  readonly postShared: PostShared;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly shareOnce: ShareOnce;
  readonly log: Logger;
}

/** How sharing ended. `other`: something was said to the person alone. */
type Ending = SharedOutcome | 'other';

/**
 * *Share*: shows an answer to the channel as it was shown, once over all replicas; the private answer gives way to a line that
 * says so. It is claimed before it is sent, and released only when it surely isn't in the channel. An answer of an older version,
 * of which too little is kept, is read anew; no line says then that this takes long, since it would stay.
 */
export function createOnShare(options: Options) {
  const { converse, prepareReply, readButtonClick, recipientOf, postShared, directory, shareOnce, log } = options;

  /** @returns what to say when it may not be shared now */
  async function claim(
    reader: Reader,
    { answerId, authorization: { keep } }: ButtonClick,
  ): Promise<Sentence | undefined> {
    try {
      const earlier = await shareOnce.claim(answerId);
      if (!earlier) return undefined;
      keep('failed', { why: earlier });
      return describeEarlier(reader, earlier);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      keep('failed', { why: error.failure.code });
      log.warn({ err: error }, 'an answer could not be claimed for sharing');
      const { again, share: words } = reader.words.buttons;
      return joinSentences(reader, words.nothingShared(), describeFailure(reader, error.failure).what, again());
    }
  }

  async function settle(answerId: string, ending: Ending): Promise<void> {
    if (ending === 'unconfirmed') return;
    await shareOnce[ending === 'shared' ? 'confirm' : 'release'](answerId).catch((error: unknown) =>
      log.warn({ err: error }, 'what came of sharing an answer could not be kept'),
    );
  }

  /** A public message that Slack may not have taken is never sent again by itself; the person is asked to look. */
  async function post(click: ButtonClick, { reader }: Answered, reply: Reply, send: Recipient): Promise<SharedOutcome> {
    const outcome = await postShared(click, send, reply);
    // Before the person reads that they may press again.
    await settle(click.answerId, outcome);
    const isDone = outcome === 'shared';
    const said = sentences(reader, describeOutcome(reader, outcome, click.asker.channelId));
    await send(said, isDone && click.isEphemeral ? { replace_original: true } : {}).catch((error: unknown) =>
      log.error({ err: error }, 'a person could not be told what came of sharing an answer'),
    );
    return outcome;
  }

  /** Only counts are for everyone: anything else is said to the person who clicked. */
  async function share(click: ButtonClick, answered: Answered, send: Recipient): Promise<Ending> {
    const { answer, invocation } = answered;
    const isForAll =
      (answer.kind === 'report' && answer.report.read > 0) ||
      (answer.kind === 'history' && answer.history.accounts.length > 0) ||
      (answer.kind === 'changes' && answer.changes.ledgers.length > 0) ||
      (answer.kind === 'check' && hasCounts(answer));
    const { reply, why } = await prepareReply(answered, isForAll ? invocation.asker.personId : undefined);
    let ending: Ending = 'other';
    await conclude(answered, async () => {
      if (!isForAll || why !== undefined) {
        await send(reply);
        return why;
      }
      ending = await post(click, answered, reply, send);
      return ending === 'shared' ? undefined : ending;
    });
    return ending;
  }

  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const click = await readButtonClick(args, 'share');
    if (!click) return;
    const { asker, command, authorization, answerId, readings } = click;
    const { history: shownHistory, changes: shownChanges, check: shownCheck } = click;
    const send = recipientOf(click);
    const { decision, admins } = authorization;
    const reader = withAudience(await directory.reader(asker.personId), { role: decision.role, admins });
    const hindrance = await claim(reader, click);
    if (hindrance) return send(sentences(reader, hindrance));
    let ending: Ending = 'other';
    try {
      const shown = readings && reportOfReadings(readings);
      const earlier = { shown, shownHistory, shownChanges, shownCheck };
      const given = { asker, command, authorization, entry: 'share', ...earlier } as const;
      ending = await share(click, await converse(given), send);
    } finally {
      if (ending === 'other') await settle(answerId, ending);
    }
  };
}

function describeEarlier(reader: Reader, earlier: Shared): Sentence {
  const { alreadyShared, alreadyClicked } = reader.words.buttons.share;
  return earlier === 'shared' ? alreadyShared() : alreadyClicked();
}

/** A conversation without a name, as direct messages are, can't be linked to, and no app can be invited there. */
function describeOutcome(reader: Reader, outcome: SharedOutcome, channelId: ChannelId = ''): Sentence {
  const { done, doneHere, notTaken, notMember, tooOld, unconfirmed } = reader.words.buttons.share;
  const channel = /^[CG]/.test(channelId) ? { channelId } : undefined;
  switch (outcome) {
    case 'shared':
      return channel ? done({ channel }) : doneHere();
    case 'unconfirmed':
      return unconfirmed();
    case 'not-taken':
      return notTaken();
    case 'not-member':
      return channel ? notMember({ channel }) : tooOld();
  }
}
