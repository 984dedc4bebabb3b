import type { AnswerOutcome, ResolveUnknown, UnknownAnswer } from '../../digests/delivery/resolve-unknown.ts';
import type { Logger } from '../../logger.ts';
import { unknownAnsweredReply } from '../blocks/digests/digest-notices.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { type ButtonClickArgs, readClickedMessage, readClicker } from '../conversation/clicker.ts';
import { isDirectMessages } from '../ids.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { SlackDirectory } from '../web-api/directory.ts';

interface Options {
  readonly resolveUnknown: ResolveUnknown;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly recipientOf: RecipientOf;
  readonly log: Logger;
}

/** Outcomes after which the notice is still unanswered, so that it stays where it is. */
const STAYS: ReadonlySet<AnswerOutcome['kind']> = new Set(['refused', 'elsewhere', 'unread']);

/**
 * *It arrived* and *Post again*, below the notice that asks whether a digest's post arrived. The run's id comes from a client; the
 * store says whose it is and whether there is anything to answer. The answer takes the notice's place in the direct
 * messages where it was sent; a message that others see is never replaced.
 */
export function createOnDeliveryConfirmed(
  { resolveUnknown, directory, recipientOf, log }: Options,
  answer: UnknownAnswer,
) {
  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const { asker, replyTo } = readClicker(args);
    const isDirect = isDirectMessages(readClickedMessage(args).channelId);
    const reply = recipientOf({ asker, replyTo });
    const reader = await directory.reader(asker.personId);
    try {
      const outcome = await resolveUnknown({ asker, answer, value: args.action.value ?? '' });
      const { kind } = outcome;
      log.info({ person: asker.personId, answer, outcome: kind }, 'digest question answered');
      await reply(unknownAnsweredReply(reader, outcome), { replace_original: isDirect && !STAYS.has(kind) });
    } catch (error) {
      log.error({ err: error }, 'a question about a digest could not be answered');
      await reply(sentences(reader, reader.words.digestNotices.delivery.notSaved()));
    }
  };
}
