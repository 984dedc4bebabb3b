import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { Command } from '../../followstats/commands/command.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { replyForView } from '../blocks/asks/ask-view.ts';
import { type Sentence, toRichText } from '../blocks/kit/inline.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { type ViewFrame, wordsView } from '../blocks/kit/words-view.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { type ButtonClickArgs, isInModal, readClicker } from '../conversation/clicker.ts';
import { type Answered, type Converse, conclude } from '../conversation/conversation.ts';
import type { DeliverAnswer, PrepareReply } from '../conversation/deliver-answer.ts';
import { readHeldAccount } from '../conversation/held-account.ts';
import { readViewOrigin } from '../conversation/view-origin.ts';
import { createPushView } from '../sending/open-view.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { Origin } from '../sending/reply-to.ts';
import { showIfOpen } from '../sending/show-if-open.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import type { Words } from '../words/words.ts';

/** What answering such a command needs. */
export interface AccountCommandOptions {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly deliverAnswer: DeliverAnswer;
  readonly authorizeInForm: AuthorizeInForm;
  readonly directory: Pick<SlackDirectory, 'reader' | 'readerAtOnce'>;
  readonly recipientOf: RecipientOf;
  readonly web: WebClient;
  readonly log: Logger;
}

/** The command that a button gives of the account that it holds. */
interface AccountCommand {
  /** What viewers may do, as access and the audit name it. */
  readonly action: AuditAction;
  /** The command that it gives; `undefined` for an account that can't be read. */
  readonly commandFor: (account: AccountId | undefined) => Command;
  /** How the answer is framed above the card. */
  readonly frameFor: (reader: Reader, origin: Pick<Origin, 'asker'>) => ViewFrame;
  /** Says that Slack didn't open it, with Slack's code. */
  readonly notOpened: (words: Words) => (values: { readonly code: { readonly code: string } }) => Sentence;
  /** An answer of which a modal takes only a part: that part. `undefined` for one that it takes as it is, or has nothing of. */
  readonly partFor?: (answered: Answered, account: AccountId) => Reply | undefined;
}

/**
 * A button that asks something of one account. Below an answer, or in a Home, the answer comes as a further one. On the account's card
 * it opens above that, with a line at first: Slack takes a trigger for three seconds only.
 */
export function createOnAccountCommand(
  options: AccountCommandOptions,
  { action, commandFor, frameFor, notOpened, partFor }: AccountCommand,
) {
  const { converse, prepareReply, deliverAnswer, authorizeInForm, directory, recipientOf, web, log } = options;
  const pushView = createPushView(web);

  async function belowAnswer(args: ButtonClickArgs): Promise<void> {
    const origin = readClicker(args);
    const send = recipientOf(origin);
    const command = commandFor(readHeldAccount(args.action.value));
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
          .then((atOnce) => wordsView(frameFor(atOnce, origin), [toRichText([atOnce.words.kit.views.opening()])])),
      ),
      directory.reader(personId),
      authorizeInForm(origin.asker, 'viewer', action),
    ]);
    const { replyTo: otherwise } = origin;
    const frame = frameFor(reader, origin);
    const replyTo = 'code' in opened ? otherwise : ({ kind: 'view', viewId: opened.viewId, frame, otherwise } as const);
    const send = recipientOf({ asker, replyTo });
    const { denial, keep } = authorization;
    if (denial) return send(sentences(reader, describeDenial(reader, denial)));
    if ('code' in opened) {
      log.warn({ error: opened.code, about: action }, 'an answer about an account could not be opened');
      keep('failed', { why: opened.code });
      return send(sentences(reader, notOpened(reader.words)({ code: { code: opened.code } })));
    }
    const account = readHeldAccount(args.action.value);
    const answered = await converse({ asker, command: commandFor(account), authorization });
    await conclude(answered, async () => {
      const part = account === undefined ? undefined : partFor?.(answered, account);
      if (part) {
        const alone = { kind: 'view', viewId: opened.viewId, frame, otherwise: undefined } as const;
        if (await showIfOpen(recipientOf({ asker, replyTo: alone }), part)) return undefined;
      }
      const { reply, why } = await prepareReply(answered);
      await (part ? recipientOf({ asker, replyTo: otherwise })(reply) : send(replyForView(answered.reader, reply)));
      return why;
    });
  }

  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();
    await (isInModal(args.body) ? aboveCard(args) : belowAnswer(args));
  };
}
