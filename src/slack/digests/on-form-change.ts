import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Logger } from '../../logger.ts';
import { digestFormView } from '../blocks/digests/digest-form.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { EnterForm } from './enter-form.ts';
import { createUpdateView, showUnusable } from './show-form.ts';

/** What a listener of a form's fields and buttons takes of Bolt's arguments. */
export type FormActionArgs = Pick<SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs, 'ack' | 'body'>;

interface Options {
  readonly enterForm: EnterForm;
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** A field of the schedule was changed: the form shows the next runs anew, and the fields that belong to the choice. */
export function createOnFormChange({ enterForm, web, directory, log, now }: Options) {
  const update = createUpdateView({ web, log });

  return async ({ ack, body }: FormActionArgs): Promise<void> => {
    await ack();

    if (!body.view) return;
    const { id: viewId } = body.view;
    const personId = body.user.id;
    const [entered, reader] = await Promise.all([enterForm(body.view, personId, 'change'), directory.reader(personId)]);
    if (entered.kind !== 'form') {
      await showUnusable(reader, update, body.view, entered);
      return;
    }
    const { form, context } = entered;
    await update(viewId, digestFormView(reader, form, { context, now: now() }));
  };
}
