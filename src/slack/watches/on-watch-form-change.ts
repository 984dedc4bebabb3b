import type { WatchForm } from '../../digests/watches/watch-form.ts';
import { watchFormView, watchWordsView } from '../blocks/watches/watch-form-view.ts';
import { createShowAnew, type ShowAnewOptions } from '../digests/on-form-change.ts';
import type { EnterWatchForm } from './enter-watch-form.ts';

interface Options extends ShowAnewOptions {
  readonly enterWatchForm: EnterWatchForm;
}

/** Another rule was chosen: the form shows the fields that belong to it. */
export function createOnWatchFormChange({ enterWatchForm, ...options }: Options) {
  return createShowAnew<WatchForm>(options, {
    enter: enterWatchForm,
    viewOf: (reader, { form, context }) => watchFormView(reader, form, context),
    wordsView: watchWordsView,
  });
}
