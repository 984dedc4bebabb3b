import { USUAL_CHANGE_SPAN } from '../../followstats/changes/spans.ts';
import type { Command } from '../../followstats/commands/command.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { replyForView } from '../blocks/asks/ask-view.ts';
import { toRichText } from '../blocks/kit/inline.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { type ViewFrame, wordsView } from '../blocks/kit/words-view.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { type ButtonClickArgs, isInHome, readClicker } from '../conversation/clicker.ts';
import { type Converse, conclude } from '../conversation/conversation.ts';
import type { DeliverAnswer, PrepareReply } from '../conversation/deliver-answer.ts';
import { readViewOrigin } from '../conversation/view-origin.ts';
import { writeViewPlace } from '../conversation/view-place.ts';
import { readHeldAccount } from '../history/account-history.ts';
import { createPushView } from '../sending/open-view.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { Origin } from '../sending/reply-to.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';

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
 * *Changes*: who came to the account that the button holds, and who left it, in the last day. Below an answer, or in a Home, it comes as
 * a further one. On the account's card it opens above that, with a line at first: Slack takes a trigger for three seconds only.
 */
export function createOnChanges(options: Options) {
  const { converse, prepareReply, deliverAnswer, authorizeInForm, directory, recipientOf, web, log } = options;
  const pushView = createPushView(web);

  async function belowAnswer(args: ButtonClickArgs): Promise<void> {
    const origin = readClicker(args);
    const send = recipientOf(origin);
    const command = changesCommand(readHeldAccount(args.action.value));
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
          .then((atOnce) => wordsView(frameOf(atOnce, origin), [toRichText([atOnce.words.history.view.opening()])])),
      ),
      directory.reader(personId),
      authorizeInForm(origin.asker, 'viewer', 'changes'),
    ]);
    const { replyTo: otherwise } = origin;
    const frame = frameOf(reader, origin);
    const replyTo = 'code' in opened ? otherwise : ({ kind: 'view', viewId: opened.viewId, frame, otherwise } as const);
    const send = recipientOf({ asker, replyTo });
    const { denial, keep } = authorization;
    if (denial) return send(sentences(reader, describeDenial(reader, denial)));
    if ('code' in opened) {
      log.warn({ error: opened.code }, 'the changes of an account could not be opened');
      keep('failed', { why: opened.code });
      return send(sentences(reader, reader.words.changes.view.notOpened({ code: { code: opened.code } })));
    }
    const command = changesCommand(readHeldAccount(args.action.value));
    const answered = await converse({ asker, command, authorization });
    const { reply, why } = await prepareReply(answered);
    await conclude(answered, async () => {
      await send(replyForView(answered.reader, reply));
      return why;
    });
  }

  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();
    await (args.body.view && !isInHome(args.body) ? aboveCard(args) : belowAnswer(args));
  };
}

/** The command that *Changes* gives. */
function changesCommand(account: AccountId | undefined): Command {
  return account === undefined
    ? { kind: 'fault', fault: { kind: 'missing-changes-accounts' }, meant: 'changes' }
    : { kind: 'changes', who: [{ kind: 'account', account }], span: USUAL_CHANGE_SPAN };
}

/** How they are framed above the card. */
function frameOf({ words }: Reader, { asker }: Pick<Origin, 'asker'>): ViewFrame {
  const { changes, history } = words;
  return { title: changes.view.title(), close: history.view.back(), metadata: writeViewPlace(asker.channelId) };
}
