import type { WatchForm } from '../../digests/watches/watch-form.ts';
import { createEnter, type Enter, type EnterOptions } from '../digests/enter-form.ts';
import { readWatchFormState } from './watch-form-state.ts';

/** Lets a person into a watch's form, or not, as `Enter`. */
export type EnterWatchForm = Enter<WatchForm, 'change' | 'save'>;

/** Makes an `EnterWatchForm`. */
export function createEnterWatchForm(options: EnterOptions): EnterWatchForm {
  return createEnter(options, {
    readState: readWatchFormState,
    actionOf: (deed, isEdit) => (deed === 'change' ? 'watch-form' : isEdit ? 'watch-edit' : 'watch-create'),
  });
}
