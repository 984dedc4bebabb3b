import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { historyInView } from '../blocks/history/history-view.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { sentences } from '../blocks/kit/reply.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import type { ButtonClickArgs } from '../conversation/clicker.ts';
import { type Answered, type Converse, conclude } from '../conversation/conversation.ts';
import type { PrepareReply } from '../conversation/deliver-answer.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { historyCommand, readHeldAccount } from './account-history.ts';
import { authorizeHistory, historyFrame, readViewOrigin, withoutControls } from './in-history-view.ts';

interface Options {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly authorizeInForm: AuthorizeInForm;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly recipientOf: RecipientOf;
  readonly log: Logger;
}

/**
 * *Send to my messages* below the history above a card: the whole answer, with what a modal doesn't take, in the person's direct
 * messages with the app, since a card may have been opened where the app is no member. The modal says that it is there.
 */
export function createOnHistorySend(options: Options) {
  const { converse, prepareReply, authorizeInForm, directory, recipientOf, log } = options;

  /** @returns why it isn't there, in one word; `undefined` when it is */
  async function sendDirect({ invocation: { asker } }: Answered, reply: Reply): Promise<string | undefined> {
    try {
      await recipientOf({ asker, replyTo: { kind: 'direct-message' } })(reply);
      return undefined;
    } catch (error) {
      log.warn({ err: error }, 'a history could not be sent to a person');
      return 'not-sent';
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
    const show = recipientOf({
      asker: origin.asker,
      replyTo: { kind: 'view', viewId, frame: historyFrame(reader, origin), otherwise: { kind: 'direct-message' } },
    });
    const { denial } = authorization;
    if (denial) return show(sentences(reader, describeDenial(reader, denial)));

    const account = readHeldAccount(args.action.value);
    // Its buttons work where it stands: in no channel.
    const asker = { personId, channelId: undefined };
    const answered = await converse({ asker, command: historyCommand(account), authorization });
    const { answer, reader: asked } = answered;
    const { reply, why } = await prepareReply(answered);
    if (answer.kind !== 'history' || account === undefined || why !== undefined) {
      return conclude(answered, async () => {
        await show(withoutControls(asked, reply));
        return why;
      });
    }
    const { sent, notSent } = asked.words.history.view;
    await conclude(answered, async () => {
      const unsent = await sendDirect(answered, reply);
      await show(historyInView(asked, answer.history, { account, sent: (unsent === undefined ? sent : notSent)() }));
      return unsent;
    });
  };
}
