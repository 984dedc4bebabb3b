import { AppError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import type { Sentence } from '../blocks/kit/inline.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import type { ButtonClickArgs } from '../conversation/clicker.ts';
import { type Answered, type Converse, conclude } from '../conversation/conversation.ts';
import type { PrepareReply } from '../conversation/deliver-answer.ts';
import { ContentRejected } from '../sending/content-rejected.ts';
import type { Recipient, RecipientOf } from '../sending/recipient.ts';
import { ResponseUrlFailed } from '../sending/response-url.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { Reader } from '../words/reader.ts';
import type { ButtonClick, ReadButtonClick } from './button-click.ts';
import type { Shared, ShareOnce } from './share-once.ts';

interface Options {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly readButtonClick: ReadButtonClick;
  readonly recipientOf: RecipientOf;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly shareOnce: ShareOnce;
  readonly log: Logger;
}

/**
 * How sharing ended. `shared`: it is in the channel. `unconfirmed`: it may or may not be there. `not-taken`: Slack surely
 * didn't take it. `other`: something was said to the person alone.
 */
type Ending = 'shared' | 'unconfirmed' | 'not-taken' | 'other';

/**
 * *Share*: shows an answer to the channel, once over all replicas. It is claimed before it is sent, and released only when
 * it surely isn't in the channel.
 */
export function createOnShare(options: Options) {
  const { converse, prepareReply, readButtonClick, recipientOf, directory, shareOnce, log } = options;

  /** @returns what to say when it may not be shared now */
  async function claim({ answerId, asker, authorization: { keep } }: ButtonClick): Promise<Sentence | undefined> {
    const reading = directory.reader(asker.personId);
    try {
      const earlier = await shareOnce.claim(answerId);
      if (!earlier) return undefined;
      keep('failed', { why: earlier });
      return describeEarlier(await reading, earlier);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      keep('failed', { why: error.failure.code });
      log.warn({ err: error }, 'an answer could not be claimed for sharing');
      const reader = await reading;
      return reader.words.buttons.share.failed({ what: describeFailure(reader, error.failure).what });
    }
  }

  async function settle(answerId: string, ending: Ending): Promise<void> {
    if (ending === 'unconfirmed') return;
    await shareOnce[ending === 'shared' ? 'confirm' : 'release'](answerId).catch((error: unknown) =>
      log.warn({ err: error }, 'what came of sharing an answer could not be kept'),
    );
  }

  /** A public message that Slack may not have taken is never sent again by itself; the person is asked to look. */
  async function post(send: Recipient, reply: Reply, reader: Reader): Promise<Exclude<Ending, 'other'>> {
    try {
      await send(reply, { response_type: 'in_channel' });
      return 'shared';
    } catch (error) {
      log.warn({ err: error }, 'an answer could not be shared');
      const isSurelyNot = error instanceof ContentRejected || (error instanceof ResponseUrlFailed && !error.mayBeShown);
      const { notTaken, unconfirmed } = reader.words.buttons.share;
      await send(sentences(reader, isSurelyNot ? notTaken() : unconfirmed())).catch((again: unknown) =>
        log.error({ err: again }, 'a person could not be told what came of sharing an answer'),
      );
      return isSurelyNot ? 'not-taken' : 'unconfirmed';
    }
  }

  /** Only a report is for everyone: anything else is said to the person who clicked. */
  async function share(answered: Answered, send: Recipient): Promise<Ending> {
    const { answer, reader, invocation } = answered;
    const { reply, why } = await prepareReply(answered, invocation.asker.personId);
    let ending: Ending = 'other';
    await conclude(answered, async () => {
      if (answer.kind !== 'report' || why !== undefined) {
        await send(reply);
        return why;
      }
      ending = await post(send, reply, reader);
      return ending === 'shared' ? undefined : ending;
    });
    return ending;
  }

  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const click = await readButtonClick(args, 'share');
    if (!click) return;
    const { asker, command, authorization, answerId } = click;
    const send = recipientOf(click);
    const hindrance = await claim(click);
    if (hindrance) return send(sentences(await directory.reader(asker.personId), hindrance));
    let ending: Ending = 'other';
    try {
      ending = await share(await converse({ asker, command, authorization, entry: 'share' }, send), send);
    } finally {
      await settle(answerId, ending);
    }
  };
}

function describeEarlier(reader: Reader, earlier: Shared): Sentence {
  const { alreadyShared, alreadyClicked } = reader.words.buttons.share;
  return earlier === 'shared' ? alreadyShared() : alreadyClicked();
}
