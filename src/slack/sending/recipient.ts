import { AppError } from '../../errors.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { NoticeSubject } from '../../followstats/homes.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { isSlackError, reasonOf } from '../web-api/web-api.ts';
import { ContentRejected } from './content-rejected.ts';
import { deliver } from './deliver.ts';
import { NotPosted } from './post-outcome.ts';
import { type PrivateWays, sendDirect, sendEphemeral } from './private-message.ts';
import type { ReplyTo } from './reply-to.ts';
import { createResponseUrlClient, ResponseUrlFailed, type ResponseUrlWays, type Sending } from './response-url.ts';
import { createShowInView, isNotShown } from './show-in-view.ts';

/**
 * Sends to one person who waits for an answer. Rejects when the answer could be sent in no way: with `ResponseUrlFailed` or
 * `ContentRejected` for a public one and one that goes to its place alone, as `isNotShown` knows for a view alone, else with a plain error that says why. None holds the URL.
 */
export type Recipient = (reply: Reply, options?: Sending) => Promise<void>;

/** Gives the way to the person who asked. */
export type RecipientOf = (to: { readonly asker: Asker; readonly replyTo: ReplyTo }) => Recipient;

interface Options extends PrivateWays, ResponseUrlWays {
  /** Puts a reply on top of a person's Home. Rejects with `store_unavailable`. @param about what it stands there for */
  readonly tellInHome: (personId: PersonId, reply: Reply, about: readonly NoticeSubject[]) => Promise<void>;
}

type Place<Kind extends ReplyTo['kind']> = Extract<ReplyTo, { kind: Kind }>;

/**
 * Each way of answering has one that is tried when it fails: a view gives way to a message; a Home to a direct message; the `response_url`, which works
 * where the bot is no member, to `chat.postEphemeral`, which needs the bot in the channel; that to a direct message. What is
 * for everyone goes through the `response_url` alone, since it might appear twice else.
 */
export function createRecipients(options: Options): RecipientOf {
  const { web, readerOf, log, tellInHome } = options;

  function recipientOf(personId: PersonId, replyTo: ReplyTo): Recipient {
    switch (replyTo.kind) {
      case 'view':
        return inView(personId, replyTo);
      case 'response-url':
        return byResponseUrl(personId, replyTo);
      case 'channel':
        return inChannel(personId, replyTo);
      case 'direct-message':
        return byDirectMessage(personId);
      case 'home':
        return inHome(personId, replyTo);
    }
  }

  function inHome(personId: PersonId, { about = [] }: Place<'home'>): Recipient {
    const next = byDirectMessage(personId);
    return async (reply, sending) => {
      checkPossible(sending);
      try {
        await tellInHome(personId, reply, about);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        log.warn({ err: error }, 'answering by direct message instead of in the Home');
        await next(reply);
      }
    };
  }

  function inView(personId: PersonId, { otherwise, ...place }: Place<'view'>): Recipient {
    return async (reply, sending) => {
      const reader = await readerOf(personId);
      const show = createShowInView(reader, web, place);
      try {
        await deliver(reply, show, { log, reader: async () => reader });
      } catch (error) {
        if (!isNotShown(error) || !otherwise) throw error;
        await recipientOf(personId, otherwise)(reply, sending);
      }
    };
  }

  function byResponseUrl(personId: PersonId, { url, channelId, threadTs }: Place<'response-url'>): Recipient {
    const client = createResponseUrlClient(url, options);
    const inThread = threadTs === undefined ? {} : { thread_ts: threadTs };
    const next = recipientOf(
      personId,
      channelId ? { kind: 'channel', channelId, threadTs } : { kind: 'direct-message' },
    );
    return async (reply, { isOnlyInPlace = false, ...sending } = {}) => {
      const isPublic = sending.response_type === 'in_channel';
      try {
        await deliver(reply, (message) => client.send(message, { ...inThread, ...sending }), {
          log,
          reader: () => readerOf(personId),
          left: client.left,
          // In front of everyone nothing is said of a rejection, and in the place of an older answer it would take that away.
          hasLastWord: !isPublic && sending.replace_original !== true,
        });
      } catch (error) {
        const isRejection = error instanceof ResponseUrlFailed || error instanceof ContentRejected;
        if (!isRejection || isPublic || isOnlyInPlace) throw error;
        log.warn({ reason: error.message }, 'answering by chat.postEphemeral instead');
        await next(reply);
      }
    };
  }

  function inChannel(personId: PersonId, place: Place<'channel'>): Recipient {
    const next = byDirectMessage(personId);
    return async (reply, sending) => {
      checkPossible(sending);
      try {
        await sendEphemeral(options, personId, place, reply);
      } catch (error) {
        const isRejection = error instanceof ContentRejected;
        if (!isSlackError(error) && !isRejection) throw error;
        log.warn({ reason: isRejection ? error.code : reasonOf(error) }, 'answering by direct message instead');
        await next(reply);
      }
    };
  }

  function byDirectMessage(personId: PersonId): Recipient {
    return async (reply, sending) => {
      checkPossible(sending);
      const outcome = await sendDirect(options, personId, reply);
      if (outcome.kind !== 'posted') throw new NotPosted(outcome);
    };
  }

  return ({ asker, replyTo }) => recipientOf(asker.personId, replyTo);
}

/** What is for everyone, or for its place alone, needs a `response_url`. */
function checkPossible(sending: Sending | undefined): void {
  if (sending?.response_type === 'in_channel' || sending?.isOnlyInPlace) throw new ResponseUrlFailed('there is none');
}
