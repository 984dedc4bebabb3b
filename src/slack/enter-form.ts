import type { Asker } from '../followstats/access.ts';
import type { Admission, Admit } from '../followstats/admit.ts';
import type { AuditAction } from '../followstats/audit.ts';
import type { Refusal } from '../followstats/gate.ts';
import type { Logger } from '../logger.ts';
import { type FormPayload, type FormState, readFormOrigin, readFormState } from './digest-form-state.ts';

/** What a person does in a form. */
export type FormDeed = 'change' | 'preview' | 'save';

/** A form that may be used, or why not. `other-version`: this version can't read it. */
export type EnteredForm = { readonly asker: Asker } & (
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'other-version' }
  | (Extract<FormState, { kind: 'form' }> & { readonly keep: Admission['keep'] })
);

export type EnterForm = (view: FormPayload, personId: string, deed: FormDeed) => Promise<EnteredForm>;

interface Options {
  readonly admit: Admit;
  readonly log: Logger;
}

/**
 * What each listener of a form begins with: first whether this person may, then whether the form can be read. Who may is
 * decided where the form was asked for, since a form itself is in no channel.
 */
export function createEnterForm({ admit, log }: Options): EnterForm {
  return async (view, personId, deed) => {
    const { channelId, isEdit } = readFormOrigin(view.private_metadata);
    const asker = { personId, channelId };
    const { refusal, keep } = await admit(asker, 'editor', actionOf(deed, isEdit));
    if (refusal) return { kind: 'refused', refusal, asker };
    const state = readFormState(view);
    if (state.kind === 'form') return { ...state, asker, keep };
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
