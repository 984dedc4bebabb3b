import type { WatchAnswer } from '../../digests/watches/watch-answer.ts';
import { emptyWatchForm, toWatchForm } from '../../digests/watches/watch-form.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { APP_FAULT } from '../../followstats/audit/audit-ending.ts';
import type { Logger } from '../../logger.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { loadingWatchView, watchFormView } from '../blocks/watches/watch-form-view.ts';
import { apologize } from '../conversation/apologize.ts';
import { type Converse, conclude } from '../conversation/conversation.ts';
import type { DeliverAnswer, Prepared } from '../conversation/deliver-answer.ts';
import type { OpenForm } from '../conversation/open-form.ts';
import { createUpdateView } from '../digests/show-form.ts';
import type { OpenView } from '../sending/open-view.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';

interface Options {
  readonly converse: Converse;
  readonly deliverAnswer: DeliverAnswer;
  readonly web: WebClient;
  /** Opens it as the first view, or above the one in which it was asked for. */
  readonly openView: OpenView;
  readonly directory: Pick<SlackDirectory, 'reader' | 'readerAtOnce'>;
  readonly recipientOf: RecipientOf;
  readonly log: Logger;
}

/**
 * Answers `watch new` and `watch edit ID`. The form's place opens at once, since Slack takes a trigger for three seconds only; what
 * stands there is decided after that: the form, or the words that there is none.
 */
export function createOpenWatchForm(options: Options): OpenForm {
  const { converse, deliverAnswer, web, openView, directory, recipientOf, log } = options;
  const update = createUpdateView({ web, log });

  /** @returns what to say in the form's place when it could not be shown there */
  async function fill(
    reader: Reader,
    viewId: string,
    { watch, account }: Extract<WatchAnswer, { kind: 'watch-form' }>,
    asker: Asker,
  ): Promise<Prepared | undefined> {
    const form = watch ? toWatchForm(watch) : emptyWatchForm(account);
    const edited = watch && { id: watch.id, ownerId: watch.ownerId };
    try {
      const view = watchFormView(reader, form, { edited, channelId: asker.channelId ?? '' });
      const isShown = await update(viewId, view);
      return isShown ? undefined : { reply: sentences(reader, reader.words.digestForm.notShown()), why: undefined };
    } catch (error) {
      return { reply: apologize(reader, log, error, 'a form ended in a fault of the app'), why: APP_FAULT };
    }
  }

  return async (invocation, { asker, replyTo }, triggerId) => {
    const [opened, reader] = await Promise.all([
      openView(triggerId, directory.readerAtOnce(asker.personId).then(loadingWatchView)),
      directory.reader(asker.personId),
    ]);
    if ('code' in opened) {
      log.warn({ error: opened.code }, 'a form could not be opened');
      await recipientOf({ asker, replyTo })(sentences(reader, reader.words.digestForm.notOpened()));
      return;
    }
    const { viewId } = opened;
    const send = recipientOf({ asker, replyTo: { kind: 'view', viewId, otherwise: replyTo } });
    const answered = await converse(invocation, send);
    const { answer } = answered;
    if (answer.kind !== 'watch-form') return deliverAnswer(answered, send);

    await conclude(answered, async () => {
      const unshown = await fill(reader, viewId, answer, asker);
      if (unshown) await send(unshown.reply);
      return unshown?.why;
    });
  };
}
