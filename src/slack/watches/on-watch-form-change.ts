import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { otherVersionView } from '../blocks/digests/other-version.ts';
import { toRichText } from '../blocks/kit/inline.ts';
import { watchFormView, watchWordsView } from '../blocks/watches/watch-form-view.ts';
import type { FormActionArgs } from '../digests/on-form-change.ts';
import { createUpdateView } from '../digests/show-form.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { EnterWatchForm } from './enter-watch-form.ts';

interface Options {
  readonly enterWatchForm: EnterWatchForm;
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
}

/** Another rule was chosen: the form shows the fields that belong to it. */
export function createOnWatchFormChange({ enterWatchForm, web, directory, log }: Options) {
  const update = createUpdateView({ web, log });

  return async ({ ack, body }: FormActionArgs): Promise<void> => {
    await ack();

    const { view } = body;
    if (!view) return;
    const personId = body.user.id;
    const [entered, reader] = await Promise.all([enterWatchForm(view, personId, 'change'), directory.reader(personId)]);
    if (entered.kind === 'form') {
      await update(view.id, watchFormView(reader, entered.form, entered.context));
      return;
    }
    if (entered.kind === 'denied') {
      await update(view.id, watchWordsView(reader, [toRichText([describeDenial(reader, entered.denial)])]));
      return;
    }
    const shown = otherVersionView(reader, view);
    if (shown) await update(view.id, shown);
  };
}
