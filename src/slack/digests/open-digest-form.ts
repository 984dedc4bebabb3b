import { emptyForm, toForm } from '../../digests/form/digest-form.ts';
import type { Digest } from '../../digests/types.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { Invocation } from '../../followstats/commands/answer.ts';
import type { Logger } from '../../logger.ts';
import { digestFormView, loadingView } from '../blocks/digests/digest-form.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { APP_FAULT, apologize } from '../conversation/apologize.ts';
import { type Converse, conclude } from '../conversation/conversation.ts';
import type { DeliverAnswer, Prepared } from '../conversation/deliver-answer.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { Origin } from '../sending/reply-to.ts';
import { isSlackError, platformError, reasonOf, type WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';

interface Options {
  readonly converse: Converse;
  readonly deliverAnswer: DeliverAnswer;
  readonly web: WebClient;
  readonly recipientOf: RecipientOf;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Answers a command with a form, which Slack opens for a trigger. */
type OpenDigestForm = (invocation: Invocation, origin: Origin, triggerId: string) => Promise<void>;

/**
 * Answers `digest new` and `digest edit ID`. The form's place opens at once, since Slack takes a trigger for three seconds
 * only; what stands there is decided after that: the form, or the words that there is none.
 */
export function createOpenDigestForm(options: Options): OpenDigestForm {
  const { converse, deliverAnswer, web, recipientOf, log, now } = options;

  async function open(triggerId: string): Promise<{ readonly viewId: string } | { readonly code: string }> {
    try {
      const { view } = await web.views.open({ trigger_id: triggerId, view: loadingView() });
      return view?.id ? { viewId: view.id } : { code: 'no view' };
    } catch (error) {
      if (!isSlackError(error)) throw error;
      return { code: reasonOf(error) };
    }
  }

  async function fill(viewId: string, digest: Digest | undefined, asker: Asker, { locale, zone }: Reader) {
    const form = digest ? toForm(digest) : emptyForm(zone);
    const edited = digest && { id: digest.id, ownerId: digest.ownerId };
    const context = { edited, channelId: asker.channelId ?? '' };
    await web.views.update({ view_id: viewId, view: digestFormView(form, { context, now: now(), locale }) });
  }

  /** @returns what to say in the form's place when it could not be shown there */
  function describeError(reader: Reader, error: unknown): Prepared | undefined {
    if (!isSlackError(error)) {
      return { reply: apologize(reader, log, error, 'a form ended in a fault of the app'), why: APP_FAULT };
    }
    // Closed while it was made, by the person who asked for it.
    if (platformError(error) === 'not_found') return undefined;
    log.warn({ error: reasonOf(error) }, 'a form could not be shown');
    const reply = sentences(['Slack did not take the form just now; please type the command again.']);
    return { reply, why: undefined };
  }

  return async (invocation, { asker, replyTo }, triggerId) => {
    const opened = await open(triggerId);
    if ('code' in opened) {
      log.warn({ error: opened.code }, 'a form could not be opened');
      await recipientOf({ asker, replyTo })(
        sentences([`Slack did not open the form (${opened.code}); please type the command again.`]),
      );
      return;
    }
    const { viewId } = opened;
    const send = recipientOf({ asker, replyTo: { kind: 'view', viewId, otherwise: replyTo } });
    const answered = await converse(invocation, send);
    const { answer, reader } = answered;
    if (answer.kind !== 'digest-form') return deliverAnswer(answered, send);

    await conclude(answered, async () => {
      const unshown = await fill(viewId, answer.digest, asker, reader).then(
        () => undefined,
        (error: unknown) => describeError(reader, error),
      );
      if (unshown) await send(unshown.reply);
      return unshown?.why;
    });
  };
}
