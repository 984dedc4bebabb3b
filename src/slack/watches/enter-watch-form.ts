import type { WatchForm } from '../../digests/watches/watch-form.ts';
import { createEnter, type Enter, type EnterOptions } from '../digests/enter-form.ts';
import type { NeededInWatchForm } from './needed-in-watch-form.ts';
import { readWatchFormState } from './watch-form-state.ts';

/** Lets a person into a watch's form, or not, as `Enter`. */
export type EnterWatchForm = Enter<WatchForm, 'change' | 'save'>;

interface Options extends EnterOptions {
  readonly neededInWatchForm: NeededInWatchForm;
}

/** Makes an `EnterWatchForm`. */
export function createEnterWatchForm({ neededInWatchForm, ...options }: Options): EnterWatchForm {
  return createEnter(options, {
    readState: readWatchFormState,
    actionOf: (deed, isEdit) => (deed === 'change' ? 'watch-form' : isEdit ? 'watch-edit' : 'watch-create'),
    neededIn: neededInWatchForm,
  });
}
