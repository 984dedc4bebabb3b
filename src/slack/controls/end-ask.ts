import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { withDeadline } from '../../deadline.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { NoticeSubject } from '../../followstats/homes.ts';
import type { Logger } from '../../logger.ts';
import { type AskPlace, blocksForView, endView, waitingView } from '../blocks/asks/ask-view.ts';
import type { Ask } from '../blocks/kit/ask.ts';
import { charactersIn } from '../blocks/kit/characters.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import type { Answered } from '../conversation/conversation.ts';
import { ContentRejected } from '../sending/content-rejected.ts';
import { sendEphemeral } from '../sending/private-message.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import { readOrigin } from '../sending/reply-to.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { isSlackError, reasonOf, type WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';

/** What Bolt gives a listener for a form that is sent. */
export type AskSubmitArgs = Pick<
  SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs,
  'ack' | 'body' | 'view'
>;

/** What ending a form needs. */
export interface EndAskOptions {
  readonly recipientOf: RecipientOf;
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
  /** What sending the answer may take before the form is acknowledged, milliseconds. */
  readonly sendMs?: number;
}

const SEND_MS = 800;
/** Of an acknowledgement it isn't known whether Slack took what is in it, so that a longer answer is shown by a call of its own. */
const MOST_IN_ACK = 3000;

/** A form that was sent: what it asks for, who sent it, and where it was asked for. */
export interface SentAsk {
  readonly ask: Ask;
  readonly asker: Asker;
  readonly place: AskPlace;
}

/** What became of a form that was sent. */
export interface Ended {
  readonly reader: Reader;
  /** The whole answer with its controls, for a message or a Home; without it there is nothing but what the form shows. */
  readonly message?: Reply;
  /** What the answer is about, for a Home. */
  readonly about?: readonly NoticeSubject[];
  /** What is shown in the form's place, where no message can be sent there. */
  readonly inForm: () => Promise<Reply>;
  /** What is shown on its fields instead, as long as the form is there. */
  readonly errors?: Record<string, string> | undefined;
  /** As the audit has it; see `conclude`. */
  readonly why?: string | undefined;
  readonly end: Answered['end'];
}

/**
 * Makes what ends a form. The answer is the message that a typed command would get, where the form was asked for, and the form
 * closes; where the app can't send one there, the answer takes the form's place, without controls: in a form there is no message
 * that what they do could be answered by.
 */
export function createEndAsk({ recipientOf, web, directory, log, sendMs = SEND_MS }: EndAskOptions) {
  async function sendToHome(asker: Asker, message: Reply, about: Ended['about'] = []): Promise<boolean> {
    try {
      await recipientOf({ asker, replyTo: { kind: 'home', about } })(message);
      return true;
    } catch (error) {
      log.warn({ err: error }, 'the answer to a form is shown in its place');
      return false;
    }
  }

  /** @returns whether the answer is where the form was asked for, as far as Slack says; without a conversation that is a Home */
  async function sendMessage({ asker, place: { channelId, threadTs } }: SentAsk, { message, about }: Ended) {
    const { personId } = asker;
    if (!message) return false;
    if (!channelId) return sendToHome(asker, message, about);
    try {
      await sendEphemeral({ web, readerOf: directory.reader, log }, personId, { channelId, threadTs }, message);
      return true;
    } catch (error) {
      if (!isSlackError(error) && !(error instanceof ContentRejected)) throw error;
      const reason = error instanceof ContentRejected ? error.code : reasonOf(error);
      log.info({ reason }, 'the answer to a form is shown in its place');
      return false;
    }
  }

  /** Shows in the form's place, which only waits by now, that the answer was sent, or the answer. */
  async function showLate(viewId: string, { ask, asker }: SentAsk, ended: Ended, isSent: boolean): Promise<void> {
    const { reader } = ended;
    const reply = isSent ? sentences(reader, reader.words.asks.sent()) : await ended.inForm();
    try {
      await web.views.update({ view_id: viewId, view: endView(reader, ask, blocksForView(reader, reply)) });
    } catch (error) {
      if (!isSlackError(error)) throw error;
      if (isSent) return;
      log.warn({ error: reasonOf(error) }, 'the answer to a form goes out as a message');
      await recipientOf(readOrigin(asker))(ended.message ?? reply);
    }
  }

  /** Ends a form within the time of its acknowledgement. */
  async function endAtOnce({ ack, view }: AskSubmitArgs, sent: SentAsk, ended: Ended): Promise<void> {
    const { ask } = sent;
    const { reader, errors } = ended;
    if (errors) return ack({ response_action: 'errors', errors });
    const sending = sendMessage(sent, ended);
    const isSent = await withDeadline(sending, { ms: sendMs }, () => undefined);
    if (isSent) return ack();
    const blocks = isSent === undefined ? undefined : blocksForView(reader, await ended.inForm());
    if (blocks && charactersIn(blocks) <= MOST_IN_ACK) {
      return ack({ response_action: 'update', view: endView(reader, ask, blocks) });
    }
    await ack({ response_action: 'update', view: waitingView(reader, ask) });
    await showLate(view.id, sent, ended, await sending);
  }

  /** Ends a form that only waits by now. */
  async function endLate(viewId: string, sent: SentAsk, ended: Ended): Promise<void> {
    await showLate(viewId, sent, ended, await sendMessage(sent, ended));
  }

  return { endAtOnce, endLate };
}
