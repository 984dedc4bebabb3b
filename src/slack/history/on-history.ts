import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { replyForView } from '../blocks/asks/ask-view.ts';
import { historyInView } from '../blocks/history/history-view.ts';
import { toRichText } from '../blocks/kit/inline.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { wordsView } from '../blocks/kit/words-view.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { type ButtonClickArgs, isInModal, readClicker } from '../conversation/clicker.ts';
import { type Converse, conclude } from '../conversation/conversation.ts';
import type { DeliverAnswer, PrepareReply } from '../conversation/deliver-answer.ts';
import { readViewOrigin } from '../conversation/view-origin.ts';
import { createPushView } from '../sending/open-view.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import { showIfOpen } from '../sending/show-if-open.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { historyCommand, readHeldAccount } from './account-history.ts';
import { authorizeHistory, historyFrame } from './in-history-view.ts';

interface Options {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly deliverAnswer: DeliverAnswer;
  readonly authorizeInForm: AuthorizeInForm;
  readonly directory: Pick<SlackDirectory, 'reader' | 'readerAtOnce'>;
  readonly recipientOf: RecipientOf;
  readonly web: WebClient;
  readonly log: Logger;
}

/**
 * *History*: the last thirty days of the account that the button holds. Below an answer, or in a Home, it comes as a further one. On the
 * account's card it opens above that, with a line at first: Slack takes a trigger for three seconds only.
 */
export function createOnHistory(options: Options) {
  const { converse, prepareReply, deliverAnswer, authorizeInForm, directory, recipientOf, web, log } = options;
  const pushView = createPushView(web);

  async function belowAnswer(args: ButtonClickArgs): Promise<void> {
    const origin = readClicker(args);
    const send = recipientOf(origin);
    const command = historyCommand(readHeldAccount(args.action.value));
    await deliverAnswer(await converse({ asker: origin.asker, command }, send), send);
  }

  async function aboveCard(args: ButtonClickArgs): Promise<void> {
    const origin = readViewOrigin(args);
    const { personId } = origin.asker;
    const [opened, reader, { asker, authorization }] = await Promise.all([
      pushView(
        args.body.trigger_id,
        directory
          .readerAtOnce(personId)
          .then((atOnce) =>
            wordsView(historyFrame(atOnce, origin), [toRichText([atOnce.words.history.view.opening()])]),
          ),
      ),
      directory.reader(personId),
      authorizeHistory(authorizeInForm, origin.asker),
    ]);
    const { replyTo: otherwise } = origin;
    const frame = historyFrame(reader, origin);
    const replyTo = 'code' in opened ? otherwise : ({ kind: 'view', viewId: opened.viewId, frame, otherwise } as const);
    const send = recipientOf({ asker, replyTo });
    const { denial, keep } = authorization;
    if (denial) return send(sentences(reader, describeDenial(reader, denial)));
    if ('code' in opened) {
      log.warn({ error: opened.code }, 'the history of an account could not be opened');
      keep('failed', { why: opened.code });
      return send(sentences(reader, reader.words.history.view.notOpened({ code: { code: opened.code } })));
    }
    const account = readHeldAccount(args.action.value);
    const answered = await converse({ asker, command: historyCommand(account), authorization });
    const { answer, reader: asked } = answered;
    if (answer.kind === 'history' && account !== undefined) {
      const show = recipientOf({
        asker,
        replyTo: { kind: 'view', viewId: opened.viewId, frame, otherwise: undefined },
      });
      return conclude(answered, async () => {
        if (await showIfOpen(show, historyInView(asked, answer.history, { account }))) return undefined;
        // What a modal takes is only a part of it.
        const { reply, why } = await prepareReply(answered);
        await recipientOf({ asker, replyTo: otherwise })(reply);
        return why;
      });
    }
    const { reply, why } = await prepareReply(answered);
    await conclude(answered, async () => {
      await send(replyForView(asked, reply));
      return why;
    });
  }

  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();
    await (isInModal(args.body) ? aboveCard(args) : belowAnswer(args));
  };
}
