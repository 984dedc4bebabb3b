import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { DigestForm } from '../../digests/form/digest-form.ts';
import type { Logger } from '../../logger.ts';
import { digestFormView, messageView } from '../blocks/digests/digest-form.ts';
import type { WordsView } from '../blocks/kit/words-view.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import type { Enter, EnterForm, UsableForm } from './enter-form.ts';
import { createUpdateView, showUnusable } from './show-form.ts';

/** What a listener of a form's fields and buttons takes of Bolt's arguments. */
export type FormActionArgs = Pick<SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs, 'ack' | 'body'>;

/** What showing a form anew needs. */
export interface ShowAnewOptions {
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
}

interface ShownForm<Form> {
  readonly enter: Enter<Form, 'change'>;
  readonly viewOf: (reader: Reader, entered: UsableForm<Form>) => ReturnType<WordsView>;
  readonly wordsView: WordsView;
}

/** A field was changed by which others come or go: the form is shown anew. */
export function createShowAnew<Form>(
  { web, directory, log }: ShowAnewOptions,
  { enter, viewOf, wordsView }: ShownForm<Form>,
) {
  const update = createUpdateView({ web, log });

  return async ({ ack, body }: FormActionArgs): Promise<void> => {
    await ack();

    const { view } = body;
    if (!view) return;
    const personId = body.user.id;
    const [entered, reader] = await Promise.all([enter(view, personId, 'change'), directory.reader(personId)]);
    if (entered.kind === 'form') await update(view.id, viewOf(reader, entered));
    else await showUnusable(reader, update, view, { entered, wordsView });
  };
}

interface Options extends ShowAnewOptions {
  readonly enterForm: EnterForm;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** A field of the schedule was changed: the form shows the next runs anew, and the fields that belong to the choice. */
export function createOnFormChange({ enterForm, now, ...options }: Options) {
  return createShowAnew<DigestForm>(options, {
    enter: enterForm,
    viewOf: (reader, { form, context }) => digestFormView(reader, form, { context, now: now() }),
    wordsView: messageView,
  });
}
