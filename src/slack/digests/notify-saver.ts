import type { Asker } from '../../followstats/access/rules.ts';
import type { Logger } from '../../logger.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { ReplyTo } from '../sending/reply-to.ts';
import { tellPerson } from '../sending/tell-person.ts';
import type { PostingClient, WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import { readFormOrigin } from './form-payload.ts';
import type { SubmittedView } from './form-submission.ts';

/** What notifying the person who saved a form needs. */
export interface NotifySaverOptions {
  readonly web: WebClient;
  readonly posting: PostingClient;
  readonly recipientOf: RecipientOf;
  readonly log: Logger;
}

interface Notice {
  readonly notice: Reply;
  /** What it is of: in a Home it stands as long as that is as it says. */
  readonly about: NonNullable<Extract<ReplyTo, { readonly kind: 'home' }>['about']>;
}

/**
 * Notifies the person who saved a form of what became of it, where they had it opened: in their Home, or in a conversation.
 * @returns whether they were notified
 */
export type NotifySaver = (reader: Reader, view: SubmittedView, asker: Asker, notice: Notice) => Promise<boolean>;

/** Makes a `NotifySaver`. */
export function createNotifySaver({ web, posting, recipientOf, log }: NotifySaverOptions): NotifySaver {
  return async (reader, view, asker, { notice, about }) => {
    if (readFormOrigin(view.private_metadata).channelId !== '') {
      return tellPerson({ web, posting, readerOf: async () => reader, log }, asker, notice);
    }
    await recipientOf({ asker, replyTo: { kind: 'home', about } })(notice);
    return true;
  };
}
