import { isPermanentError } from '../../digests/delivery/permanent-errors.ts';
import { AppError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { replyForView } from '../blocks/asks/ask-view.ts';
import { historyInView } from '../blocks/history/history-view.ts';
import type { Sentence } from '../blocks/kit/inline.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import type { ButtonClickArgs } from '../conversation/clicker.ts';
import { type Answered, type Converse, conclude } from '../conversation/conversation.ts';
import type { PrepareReply } from '../conversation/deliver-answer.ts';
import { readViewOrigin } from '../conversation/view-origin.ts';
import { NotPosted } from '../sending/post-outcome.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { ViewId } from '../sending/reply-to.ts';
import { showIfOpen } from '../sending/show-if-open.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { historyCommand, readHeldAccount } from './account-history.ts';
import type { ClaimHistory } from './claim-history.ts';
import { authorizeHistory, historyFrame } from './in-history-view.ts';

interface Options {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly authorizeInForm: AuthorizeInForm;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly recipientOf: RecipientOf;
  readonly claimHistory: ClaimHistory;
  readonly log: Logger;
}

/**
 * *Send to my messages* below the history above a card: the whole answer, with what a modal doesn't take, in the person's direct
 * messages with the app, once, since a card may have been opened where the app is no member. The modal says that it is there; one
 * that was closed meanwhile says nothing.
 */
export function createOnHistorySend(options: Options) {
  const { converse, prepareReply, authorizeInForm, directory, recipientOf, claimHistory, log } = options;

  /** @returns why it isn't there, in the reader's words; `undefined` when it is */
  async function sendDirect({ invocation, reader }: Answered, reply: Reply): Promise<Sentence | undefined> {
    const { notTaken, notSent } = reader.words.history.view;
    try {
      await recipientOf({ asker: invocation.asker, replyTo: { kind: 'direct-message' } })(reply);
      return undefined;
    } catch (error) {
      log.warn({ err: error }, 'a history could not be sent to a person');
      const outcome = error instanceof NotPosted ? error.outcome : undefined;
      const isPermanent = outcome?.kind === 'rejected' && isPermanentError(outcome.code);
      return isPermanent ? notTaken({ code: { code: outcome.code } }) : notSent();
    }
  }

  /** @returns whether another press is sending it; when that can't be known the store's failure is said further on */
  async function isClaimed(viewId: ViewId): Promise<boolean> {
    try {
      return !(await claimHistory(viewId));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn({ err: error }, 'a history could not be claimed for sending');
      return false;
    }
  }

  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const origin = readViewOrigin(args);
    const { personId } = origin.asker;
    const [reader, { authorization }] = await Promise.all([
      directory.reader(personId),
      authorizeHistory(authorizeInForm, origin.asker),
    ]);
    const viewId = args.body.view?.id ?? '';
    const place = { kind: 'view', viewId, frame: historyFrame(reader, origin) } as const;
    const tell = recipientOf({
      asker: origin.asker,
      replyTo: { ...place, otherwise: { kind: 'direct-message' } },
    });
    const { denial, keep } = authorization;
    if (denial) return tell(sentences(reader, describeDenial(reader, denial)));
    if (await isClaimed(viewId)) return keep('failed', { why: 'pressed' });

    const account = readHeldAccount(args.action.value);
    // Its buttons work where it stands: in no channel.
    const asker = { personId, channelId: undefined };
    const answered = await converse({ asker, command: historyCommand(account), authorization });
    const { answer, reader: asked } = answered;
    const { reply, why } = await prepareReply(answered);
    if (answer.kind !== 'history' || account === undefined || why !== undefined) {
      return conclude(answered, async () => {
        await tell(replyForView(asked, reply));
        return why;
      });
    }
    const show = recipientOf({ asker: origin.asker, replyTo: { ...place, otherwise: undefined } });
    await conclude(answered, async () => {
      const unsent = await sendDirect(answered, reply);
      const said = unsent ?? asked.words.history.view.sent();
      const isSaid = await showIfOpen(show, historyInView(asked, answer.history, { account, sent: said }));
      if (unsent && !isSaid) await recipientOf(origin)(sentences(asked, unsent));
      return unsent && 'not-sent';
    });
  };
}
