import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Logger } from '../logger.ts';
import { digestFormView } from './blocks/digest-form.ts';
import { readFormState } from './digest-form-state.ts';
import type { SlackDirectory } from './directory.ts';
import { isSlackTrouble, platformError, reasonOf, type WebClient } from './web.ts';

export type FormActionArgs = Pick<SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs, 'ack' | 'body'>;

interface Options {
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'locale'>;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** A field of the schedule was changed: the form shows the next runs anew, and the fields that belong to the choice. */
export function createOnFormChange({ web, directory, log, now }: Options) {
  return async ({ ack, body }: FormActionArgs): Promise<void> => {
    await ack();

    if (!body.view) return;
    const { form, context } = readFormState(body.view);
    const locale = await directory.locale(body.user.id);
    try {
      // Without the hash: each payload holds the whole form, so that the latest one is right whatever stood there before.
      await web.views.update({ view_id: body.view.id, view: digestFormView(form, { context, now: now(), locale }) });
    } catch (error) {
      if (!isSlackTrouble(error)) throw error;
      // Closed meanwhile, there is nothing to show; in trouble, what was typed stays on the screen, and Save looks at it anew.
      if (platformError(error) !== 'not_found') log.warn({ error: reasonOf(error) }, 'a form could not be shown anew');
    }
  };
}
