import type { DigestAnswer } from '../../digests/commands.ts';
import { emptyForm, toForm } from '../../digests/form/digest-form.ts';
import type { Digest } from '../../digests/types.ts';
import type { Invocation } from '../../followstats/commands/answer.ts';
import type { Logger } from '../../logger.ts';
import { digestFormView, loadingView } from '../blocks/digests/digest-form.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import type { Converse, SlackAnswer } from '../conversation/conversation.ts';
import { ContentRejected } from '../sending/content-rejected.ts';
import { deliver } from '../sending/deliver.ts';
import type { Address, Recipient } from '../sending/recipient.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { isSlackError, platformError, reasonOf, type WebClient } from '../web-api/web-api.ts';
import { PENDING_READER } from '../words/pending-reader.ts';
import { createShowInView } from './show-in-view.ts';

interface Options {
  readonly converse: Converse;
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly recipientOf: (address: Address) => Recipient;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** A question that is answered with a form, as the listener has it. */
export type OpenDigestForm = (question: Invocation, address: Address, triggerId: string) => Promise<void>;

/**
 * Answers `digest new` and `digest edit ID`. The form's place opens at once, since Slack takes a trigger for three seconds
 * only; what stands there is decided after that: the form, or the words that there is none.
 */
export function createOpenDigestForm({ converse, web, directory, recipientOf, log, now }: Options): OpenDigestForm {
  async function open(triggerId: string): Promise<{ readonly viewId: string } | { readonly code: string }> {
    try {
      const { view } = await web.views.open({ trigger_id: triggerId, view: loadingView() });
      return view?.id ? { viewId: view.id } : { code: 'no view' };
    } catch (error) {
      if (!isSlackError(error)) throw error;
      return { code: reasonOf(error) };
    }
  }

  async function fill(viewId: string, digest: Digest | undefined, { personId, channelId }: Address) {
    const { locale, zone } = await directory.reader(personId);
    const form = digest ? toForm(digest) : emptyForm(zone);
    const edited = digest && { id: digest.id, ownerId: digest.ownerId };
    const view = digestFormView(form, { context: { edited, channelId }, now: now(), locale });
    await web.views.update({ view_id: viewId, view });
  }

  /** Shows words in the form's place; where that is gone, as any other answer. */
  function inPlace(viewId: string, address: Address): Recipient {
    return async (reply, options) => {
      try {
        await deliver(reply, createShowInView(web, viewId), { log });
      } catch (error) {
        if (!isSlackError(error) && !(error instanceof ContentRejected)) throw error;
        await recipientOf(address)(reply, options);
      }
    };
  }

  return async (question, address, triggerId) => {
    const opened = await open(triggerId);
    if ('code' in opened) {
      log.warn({ error: opened.code }, 'a form could not be opened');
      await recipientOf(address)(
        sentences(PENDING_READER, [`Slack did not open the form (${opened.code}); please type the command again.`]),
      );
      return;
    }
    const { viewId } = opened;
    await converse(question, address, {
      to: inPlace(viewId, address),
      instead: async (answer: SlackAnswer): Promise<Reply | 'shown' | undefined> => {
        if (!isForm(answer)) return undefined;
        try {
          await fill(viewId, answer.digest, address);
          return 'shown';
        } catch (error) {
          if (!isSlackError(error)) throw error;
          const code = platformError(error);
          // Closed while it was made: its person knows.
          if (code === 'not_found') return 'shown';
          log.warn({ error: reasonOf(error) }, 'a form could not be shown');
          return sentences(PENDING_READER, ['Slack did not take the form just now; please type the command again.']);
        }
      },
    });
  };
}

function isForm(answer: SlackAnswer): answer is Extract<DigestAnswer, { kind: 'digest-form' }> {
  return answer.kind === 'digest-form';
}
