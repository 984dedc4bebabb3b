import type { MayPointTo } from '../../digests/ports.ts';
import type { Decision } from '../../followstats/access/access.ts';
import type { Authorization, Authorize, Denial } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { type FormPayload, type FormState, readFormOrigin, readFormState } from './digest-form-state.ts';

/** What a person does in a form. */
export type FormDeed = 'change' | 'preview' | 'save';

/** A form that may be used, or why not. `other-version`: this version can't read it. */
export type EnteredForm = { readonly asker: Asker } & (
  | { readonly kind: 'denied'; readonly denial: Denial }
  | { readonly kind: 'other-version' }
  | (Extract<FormState, { kind: 'form' }> & { readonly keep: Authorization['keep'] })
);

/** One that this version can read, and its person may use. */
export type UsableForm = Extract<EnteredForm, { kind: 'form' }>;
/** One that is not used, and why. */
export type UnusableForm = Exclude<EnteredForm, { kind: 'form' }>;

/** Lets a person into a form, or not. Rejects when the store can't be read. */
export type EnterForm = (view: FormPayload, personId: PersonId, deed: FormDeed) => Promise<EnteredForm>;

interface Options {
  readonly authorize: Authorize;
  readonly mayPointTo: MayPointTo;
  readonly log: Logger;
}

/** Who does something in a form, and whether they may. */
type Entrance = { readonly asker: Asker } & Pick<Authorization, 'denial' | 'keep'>;

/**
 * What each listener of a form begins with: first whether this person may, then whether the form can be read. Who may is
 * decided where the form was asked for, since a form itself is in no channel. Where that was, only the form says: so a
 * channel's role counts for those alone who could ask there now.
 */
export function createEnterForm({ authorize, mayPointTo, log }: Options): EnterForm {
  async function decide(asker: Asker, action: AuditAction): Promise<Entrance> {
    const { decision, denial, keep } = await authorize(asker, 'editor', action);
    if (denial || !isByChannel(decision) || asker.channelId === undefined) return { asker, denial, keep };
    const fault = await mayPointTo(asker.personId, asker.channelId);
    if (!fault) return { asker, denial, keep };
    if (fault === 'not-yours' || fault === 'not-found') {
      const nowhere = { ...asker, channelId: undefined };
      return { ...(await authorize(nowhere, 'editor', action)), asker: nowhere };
    }
    keep('refused', { why: fault });
    return { asker, denial: { reason: 'unreadable', admins: [] }, keep };
  }

  return async (view, personId, deed) => {
    const { channelId, isEdit } = readFormOrigin(view.private_metadata);
    const { asker, denial, keep } = await decide({ personId, channelId }, actionOf(deed, isEdit));
    if (denial) return { kind: 'denied', denial, asker };
    const state = readFormState(view);
    if (state.kind === 'form') return { ...state, asker, keep };
    log.warn({ person: personId, deed, unread: state.unread }, 'a form of another version');
    keep('failed', { why: state.kind });
    return { kind: state.kind, asker };
  };
}

const isByChannel = (decision: Decision): boolean =>
  decision.role !== undefined && decision.rule.subject.kind === 'channel';

function actionOf(deed: FormDeed, isEdit: boolean): AuditAction {
  if (deed === 'change') return 'digest-form';
  if (deed === 'preview') return 'digest-preview';
  return isEdit ? 'digest-edit' : 'digest-create';
}
