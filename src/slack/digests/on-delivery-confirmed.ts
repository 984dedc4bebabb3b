import type { AnswerOutcome, ResolveUnknown, UnknownAnswer } from '../../digests/delivery/resolve-unknown.ts';
import { AppError } from '../../errors.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { Logger } from '../../logger.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { apologize } from '../conversation/apologize.ts';
import { type ButtonClickArgs, readClickedMessage, readClicker } from '../conversation/clicker.ts';
import { isDirectMessages } from '../ids.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import type { AudienceOf } from './tell-owner.ts';

/** `Of`: whose posts they are, digests' or watches'. */
interface Options<Of> {
  readonly resolveUnknown: ResolveUnknown<Of>;
  /** What is said of the outcome. */
  readonly answeredReply: (reader: Reader, outcome: AnswerOutcome<Of>) => Reply;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly audienceOf: AudienceOf;
  readonly recipientOf: RecipientOf;
  readonly log: Logger;
}

/** Outcomes after which the notice is still unanswered, so that it stays where it is. */
const STAYS: ReadonlySet<AnswerOutcome['kind']> = new Set(['denied', 'elsewhere', 'unread']);

/**
 * *It arrived* and *Post again*, below the notice that asks whether a digest's post arrived. The run's id comes from a client; the
 * store says whose it is and whether there is anything to answer. The answer takes the notice's place in the direct
 * messages where it was sent; a message that others see is never replaced.
 */
export function createOnDeliveryConfirmed<Of>(options: Options<Of>, answer: UnknownAnswer) {
  const { resolveUnknown, answeredReply, directory, audienceOf, recipientOf, log } = options;

  /** @returns what to say, and whether nothing is left to ask. Never rejects */
  async function resolve(reader: Reader, asker: Asker, value: string) {
    try {
      const outcome = await resolveUnknown({ asker, answer, value });
      const { kind } = outcome;
      log.info({ person: asker.personId, answer, outcome: kind }, 'digest question answered');
      return { reply: answeredReply(reader, outcome), isLast: !STAYS.has(kind) };
    } catch (error) {
      return { reply: describeError(reader, error), isLast: false };
    }
  }

  function describeError(reader: Reader, error: unknown): Reply {
    if (!(error instanceof AppError))
      return apologize(reader, log, error, 'a question about a digest ended in a fault of the app');
    log.error({ err: error }, 'a question about a digest could not be answered');
    return sentences(reader, reader.words.digestNotices.delivery.notSaved());
  }

  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const { asker, replyTo } = readClicker(args);
    const [read, audience] = await Promise.all([directory.reader(asker.personId), audienceOf(asker)]);
    const reader = withAudience(read, audience);
    const { reply, isLast } = await resolve(reader, asker, args.action.value ?? '');
    const isDirect = isDirectMessages(readClickedMessage(args).channelId);
    await recipientOf({ asker, replyTo })(reply, { replace_original: isDirect && isLast });
  };
}
