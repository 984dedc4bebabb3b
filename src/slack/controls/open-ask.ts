import type { Authorize } from '../../followstats/access/authorize.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { type AskPlace, askView, endView, waitingView } from '../blocks/asks/ask-view.ts';
import { ASK_ROLES, type Ask } from '../blocks/kit/ask.ts';
import { toRichText } from '../blocks/kit/inline.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { createOpenView } from '../sending/open-view.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { Origin } from '../sending/reply-to.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { isSlackError, reasonOf, type WebClient } from '../web-api/web-api.ts';
import { withAudience } from '../words/reader.ts';

interface Options {
  readonly authorize: Authorize;
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader' | 'readerAtOnce'>;
  readonly recipientOf: RecipientOf;
  readonly log: Logger;
}

/** The command that each form completes, as the audit names it. */
export const ASK_ACTIONS = {
  lookup: 'lookup',
  link: 'link',
  'link-person': 'link',
  'list-create': 'list-create',
  'list-add': 'list-add',
  'list-remove': 'list-remove',
  'list-fill': 'list-create',
  allow: 'grant',
} as const satisfies Record<Ask['asks'], AuditAction>;

/** Opens a form that asks for what is missing of a command. */
export type OpenAsk = (ask: Ask, origin: Origin, triggerId: string) => Promise<void>;

/** Where the answer is to go: to the thread, too, in which the control stands. */
const placeOf = ({ asker, replyTo }: Origin): AskPlace => ({
  channelId: asker.channelId ?? '',
  threadTs: 'threadTs' in replyTo ? replyTo.threadTs : undefined,
});

/**
 * Makes an `OpenAsk`. The form's place opens at once, since Slack takes a trigger for three seconds only; nothing stands there
 * before it is decided whether the person may use the form.
 */
export function createOpenAsk({ authorize, web, directory, recipientOf, log }: Options): OpenAsk {
  const open = createOpenView(web);

  return async (ask, { asker, replyTo }, triggerId) => {
    const [opened, plainReader, { decision, admins, denial }] = await Promise.all([
      open(
        triggerId,
        directory.readerAtOnce(asker.personId).then((reader) => waitingView(reader, ask)),
      ),
      directory.reader(asker.personId),
      authorize(asker, ASK_ROLES[ask.asks], ASK_ACTIONS[ask.asks]),
    ]);
    const reader = withAudience(plainReader, { role: decision.role, admins });
    const sentence = denial ? describeDenial(reader, denial) : reader.words.asks.notOpened();
    if ('code' in opened) {
      log.warn({ error: opened.code }, 'a form could not be opened');
      return recipientOf({ asker, replyTo })(sentences(reader, sentence));
    }
    const view = denial
      ? endView(reader, ask, [toRichText([sentence])])
      : askView(reader, ask, placeOf({ asker, replyTo }));
    try {
      await web.views.update({ view_id: opened.viewId, view });
    } catch (error) {
      if (!isSlackError(error)) throw error;
      log.warn({ error: reasonOf(error) }, 'a form could not be shown');
      await recipientOf({ asker, replyTo })(sentences(reader, sentence));
    }
  };
}
