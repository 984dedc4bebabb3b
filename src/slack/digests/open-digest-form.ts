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
import { isSlackError, reasonOf, type WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import { createUpdateView } from './show-form.ts';
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

/**
 * Answers an invocation that opens a form.
 * @param triggerId Slack's, taken for three seconds
 */
export type OpenDigestForm = (invocation: Invocation, address: Address, triggerId: string) => Promise<void>;

/**
 * Answers `digest new` and `digest edit ID`. The form's place opens at once, since Slack takes a trigger for three seconds
 * only; what stands there is decided after that: the form, or the words that there is none.
 */
export function createOpenDigestForm({ converse, web, directory, recipientOf, log, now }: Options): OpenDigestForm {
  const update = createUpdateView({ web, log });

  async function open(
    reader: Reader,
    triggerId: string,
  ): Promise<{ readonly viewId: string } | { readonly code: string }> {
    try {
      const { view } = await web.views.open({ trigger_id: triggerId, view: loadingView(reader) });
      return view?.id ? { viewId: view.id } : { code: 'no view' };
    } catch (error) {
      if (!isSlackError(error)) throw error;
      return { code: reasonOf(error) };
    }
  }

  /** @returns as `UpdateView` */
  function fill(reader: Reader, viewId: string, digest: Digest | undefined, { channelId }: Address): Promise<boolean> {
    const form = digest ? toForm(digest) : emptyForm(reader.zone);
    const edited = digest && { id: digest.id, ownerId: digest.ownerId };
    return update(viewId, digestFormView(reader, form, { context: { edited, channelId }, now: now() }));
  }

  /** Shows words in the form's place; where that is gone, as any other answer. */
  function inPlace(reader: Reader, viewId: string, address: Address): Recipient {
    return async (reply, options) => {
      try {
        await deliver(reply, createShowInView(reader, web, viewId), { log });
      } catch (error) {
        if (!isSlackError(error) && !(error instanceof ContentRejected)) throw error;
        await recipientOf(address)(reply, options);
      }
    };
  }

  return async (invocation, address, triggerId) => {
    const reader = await directory.reader(address.personId);
    const words = reader.words.digestForm;
    const opened = await open(reader, triggerId);
    if ('code' in opened) {
      log.warn({ error: opened.code }, 'a form could not be opened');
      await recipientOf(address)(sentences(words.notOpened({ code: opened.code })));
      return;
    }
    const { viewId } = opened;
    await converse(invocation, address, {
      to: inPlace(reader, viewId, address),
      instead: async (answer: SlackAnswer): Promise<Reply | 'shown' | undefined> => {
        if (!isForm(answer)) return undefined;
        return (await fill(reader, viewId, answer.digest, address)) ? 'shown' : sentences(words.notShown());
      },
    });
  };
}

function isForm(answer: SlackAnswer): answer is Extract<DigestAnswer, { kind: 'digest-form' }> {
  return answer.kind === 'digest-form';
}
