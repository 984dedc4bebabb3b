import type { CheckForm } from '../../digests/form/check-form.ts';
import { DIGEST_GONE, type FormFault, firstKind } from '../../digests/form/digest-form.ts';
import type { SaveDigest, SavedDigest } from '../../digests/form/save-digest.ts';
import type { Denial } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { whyOf } from '../../followstats/audit/audit-ending.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Resolved } from '../../followstats/reports/resolve.ts';
import type { Audience } from '../words/reader.ts';
import type { FormPayload } from './digest-form-state.ts';
import type { EnterForm, UsableForm } from './enter-form.ts';

/** What came of a submission. */
export type Saved =
  | { readonly kind: 'denied'; readonly denial: Denial }
  | { readonly kind: 'other-version' }
  | { readonly kind: 'faults'; readonly faults: readonly FormFault[]; readonly audience: Audience }
  | {
      readonly kind: 'saved';
      readonly saved: SavedDigest;
      /** Whom it names besides lists. */
      readonly who: Resolved;
      readonly asker: Asker;
      readonly audience: Audience;
    };

/** Saves what a form holds: who may is decided first, then faults are looked for anew, then it is kept. */
export type SaveForm = (view: FormPayload & { readonly id: string }, personId: PersonId) => Promise<Saved>;

interface Options {
  readonly enterForm: EnterForm;
  readonly checkForm: CheckForm;
  readonly saveDigest: Pick<SaveDigest, 'save'>;
}

/** @returns rejects as `checkForm` and `saveDigest` do, once that is in the audit */
export function createSaveForm({ enterForm, checkForm, saveDigest }: Options): SaveForm {
  async function saveEntered({ form, context, asker, audience }: UsableForm, formId: string): Promise<Saved> {
    const id = context.edited?.id;
    const checked = await checkForm(form, { personId: asker.personId, editedId: id });
    if ('faults' in checked) return { kind: 'faults', faults: checked.faults, audience };
    const saved = await saveDigest.save({ formId, id }, checked.spec, asker);
    const { who } = checked;
    return saved ? { kind: 'saved', saved, who, asker, audience } : { kind: 'faults', faults: [DIGEST_GONE], audience };
  }

  return async (view, personId) => {
    const entered = await enterForm(view, personId, 'save');
    if (entered.kind !== 'form') return entered;
    const { keep, context } = entered;
    // What was saved the store writes to the audit itself, with the change.
    const keepFailed = (why: string) => keep('failed', { ...(context.edited && { digest: context.edited.id }), why });
    try {
      const saved = await saveEntered(entered, view.id);
      if (saved.kind === 'faults') keepFailed(firstKind(saved.faults));
      return saved;
    } catch (error) {
      keepFailed(whyOf(error));
      throw error;
    }
  };
}
