import type { DigestForm } from '../../digests/form/digest-form.ts';
import type { Authorization, Denial } from '../../followstats/access/authorize.ts';
import type { Asker, Role } from '../../followstats/access/rules.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import type { FormContext } from '../blocks/digests/digest-form.ts';
import type { AuthorizeFormOptions } from '../conversation/authorize-in-form.ts';
import type { Audience } from '../words/reader.ts';
import { createAuthorizeForm } from './authorize-form.ts';
import { readFormState } from './digest-form-state.ts';
import { type FormPayload, readFormOrigin, type StateOf } from './form-payload.ts';

/** What a person does in a form. */
export type FormDeed = 'change' | 'preview' | 'save';

/** A form that may be used, or why not. `other-version`: this version can't read it. */
export type Entered<Form> = UsableForm<Form> | UnusableForm;

/** One that this version can read, and its person may use. */
export interface UsableForm<Form> {
  readonly kind: 'form';
  readonly form: Form;
  readonly context: FormContext;
  readonly asker: Asker;
  readonly keep: Authorization['keep'];
  /** In which role its person reads. */
  readonly audience: Audience;
}

/** One that is not used, and why. */
export type UnusableForm = { readonly asker: Asker } & (
  | { readonly kind: 'denied'; readonly denial: Denial }
  | { readonly kind: 'other-version' }
);

/** Lets a person into a form, or not. Rejects when the store can't be read. */
export type Enter<Form, Deed> = (view: FormPayload, personId: PersonId, deed: Deed) => Promise<Entered<Form>>;

/** Lets a person into a digest's form, or not, as `Enter`. */
export type EnterForm = Enter<DigestForm, FormDeed>;

/** What entering a form needs. */
export interface EnterOptions extends AuthorizeFormOptions {
  readonly log: Logger;
}

interface KnownForm<Form, Deed> {
  readonly readState: (view: FormPayload) => StateOf<Form>;
  /** What a person does by that, as access and the audit name it. */
  readonly actionOf: (deed: Deed, isEdit: boolean) => AuditAction;
  /** The least role; by default `editor`. */
  readonly neededIn?: (view: FormPayload, personId: PersonId) => Promise<Role>;
}

/** What each listener of a form begins with: first whether this person may, then whether the form can be read. */
export function createEnter<Form, Deed>(
  { log, ...options }: EnterOptions,
  { readState, actionOf, neededIn }: KnownForm<Form, Deed>,
): Enter<Form, Deed> {
  const authorizeForm = createAuthorizeForm(options);

  return async (view, personId, deed) => {
    const { isEdit } = readFormOrigin(view.private_metadata);
    const needed = await neededIn?.(view, personId);
    const { asker, denial, keep, audience } = await authorizeForm(view, personId, actionOf(deed, isEdit), needed);
    if (denial) return { kind: 'denied', denial, asker };
    const state = readState(view);
    if (state.kind === 'form') return { ...state, asker, keep, audience };
    log.warn({ person: personId, deed, unread: state.unread }, 'a form of another version');
    keep('failed', { why: state.kind });
    return { kind: state.kind, asker };
  };
}

/** Makes an `EnterForm`. */
export function createEnterForm(options: EnterOptions): EnterForm {
  return createEnter(options, { readState: readFormState, actionOf: digestActionOf });
}

function digestActionOf(deed: FormDeed, isEdit: boolean): AuditAction {
  if (deed === 'change') return 'digest-form';
  if (deed === 'preview') return 'digest-preview';
  return isEdit ? 'digest-edit' : 'digest-create';
}
