import type { Authorization, Denial } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import type { AuthorizeFormOptions } from '../conversation/authorize-in-form.ts';
import type { Audience } from '../words/reader.ts';
import { createAuthorizeForm } from './authorize-form.ts';
import { type FormPayload, type FormState, readFormOrigin, readFormState } from './digest-form-state.ts';

/** What a person does in a form. */
export type FormDeed = 'change' | 'preview' | 'save';

/** A form that may be used, or why not. `other-version`: this version can't read it. */
export type EnteredForm = { readonly asker: Asker } & (
  | { readonly kind: 'denied'; readonly denial: Denial }
  | { readonly kind: 'other-version' }
  | (Extract<FormState, { kind: 'form' }> & {
      readonly keep: Authorization['keep'];
      /** In which role its person reads. */
      readonly audience: Audience;
    })
);

/** One that this version can read, and its person may use. */
export type UsableForm = Extract<EnteredForm, { kind: 'form' }>;
/** One that is not used, and why. */
export type UnusableForm = Exclude<EnteredForm, { kind: 'form' }>;

/** Lets a person into a form, or not. Rejects when the store can't be read. */
export type EnterForm = (view: FormPayload, personId: PersonId, deed: FormDeed) => Promise<EnteredForm>;

interface Options extends AuthorizeFormOptions {
  readonly log: Logger;
}

/** What each listener of a form begins with: first whether this person may, then whether the form can be read. */
export function createEnterForm({ log, ...options }: Options): EnterForm {
  const authorizeForm = createAuthorizeForm(options);

  return async (view, personId, deed) => {
    const { isEdit } = readFormOrigin(view.private_metadata);
    const { asker, denial, keep, audience } = await authorizeForm(view, personId, actionOf(deed, isEdit));
    if (denial) return { kind: 'denied', denial, asker };
    const state = readFormState(view);
    if (state.kind === 'form') return { ...state, asker, keep, audience };
    log.warn({ person: personId, deed, unread: state.unread }, 'a form of another version');
    keep('failed', { why: state.kind });
    return { kind: state.kind, asker };
  };
}

function actionOf(deed: FormDeed, isEdit: boolean): AuditAction {
  if (deed === 'change') return 'digest-form';
  if (deed === 'preview') return 'digest-preview';
  return isEdit ? 'digest-edit' : 'digest-create';
}
