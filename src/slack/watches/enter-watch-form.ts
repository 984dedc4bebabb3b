import type { Authorization, Denial } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import type { AuthorizeFormOptions } from '../conversation/authorize-in-form.ts';
import { createAuthorizeForm } from '../digests/authorize-form.ts';
import { type FormPayload, readFormOrigin } from '../digests/digest-form-state.ts';
import type { Audience } from '../words/reader.ts';
import { readWatchFormState, type WatchFormState } from './watch-form-state.ts';

/** A form that may be used, or why not. `other-version`: this version can't read it. */
export type EnteredWatchForm = { readonly asker: Asker } & (
  | { readonly kind: 'denied'; readonly denial: Denial }
  | { readonly kind: 'other-version' }
  | (Extract<WatchFormState, { kind: 'form' }> & {
      readonly keep: Authorization['keep'];
      /** In which role its person reads. */
      readonly audience: Audience;
    })
);

/** Lets a person into a watch's form, or not. Rejects when the store can't be read. */
export type EnterWatchForm = (
  view: FormPayload,
  personId: PersonId,
  deed: 'change' | 'save',
) => Promise<EnteredWatchForm>;

interface Options extends AuthorizeFormOptions {
  readonly log: Logger;
}

/** What each listener of a watch's form begins with: first whether this person may, then whether the form can be read. */
export function createEnterWatchForm({ log, ...options }: Options): EnterWatchForm {
  const authorizeForm = createAuthorizeForm(options);

  return async (view, personId, deed) => {
    const { isEdit } = readFormOrigin(view.private_metadata);
    const action = deed === 'change' ? 'watch-form' : isEdit ? 'watch-edit' : 'watch-create';
    const { asker, denial, keep, audience } = await authorizeForm(view, personId, action);
    if (denial) return { kind: 'denied', denial, asker };
    const state = readWatchFormState(view);
    if (state.kind === 'form') return { ...state, asker, keep, audience };
    log.warn({ person: personId, deed, unread: state.unread }, 'a form of another version');
    keep('failed', { why: state.kind });
    return { kind: state.kind, asker };
  };
}
