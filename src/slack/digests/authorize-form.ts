import type { MayPointTo } from '../../digests/ports.ts';
import type { Decision } from '../../followstats/access/access.ts';
import type { Authorization, Authorize } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Audience } from '../words/reader.ts';
import { type FormPayload, readFormOrigin } from './digest-form-state.ts';

/** Who does something in a form, and whether they may. */
interface FormAuthorization extends Pick<Authorization, 'denial' | 'keep'> {
  readonly asker: Asker;
  readonly audience: Audience;
}

/**
 * Decides whether a person may use a form of a digest, and keeps a denial in the audit. Who may is decided where the form was
 * asked for, since a form itself is in no channel. Where that was, only the form says: so a channel's role counts for those
 * alone who could ask there now. Rejects as `authorize` does.
 */
export type AuthorizeForm = (
  view: Pick<FormPayload, 'private_metadata'>,
  personId: PersonId,
  action: AuditAction,
) => Promise<FormAuthorization>;

/** What the decision needs. */
export interface AuthorizeFormOptions {
  readonly authorize: Authorize;
  readonly mayPointTo: MayPointTo;
}

/** Makes an `AuthorizeForm`. */
export function createAuthorizeForm({ authorize, mayPointTo }: AuthorizeFormOptions): AuthorizeForm {
  async function decide(asker: Asker, action: AuditAction) {
    const authorization = await authorize(asker, 'editor', action);
    const { decision, denial, keep } = authorization;
    if (denial || !isByChannel(decision) || asker.channelId === undefined) return { authorization, asker };
    const fault = await mayPointTo(asker.personId, asker.channelId);
    if (!fault) return { authorization, asker };
    if (fault === 'not-yours' || fault === 'not-found') {
      const nowhere = { ...asker, channelId: undefined };
      return { authorization: await authorize(nowhere, 'editor', action), asker: nowhere };
    }
    keep('refused', { why: fault });
    return { authorization: { ...authorization, denial: { reason: 'unreadable', admins: [] } as const }, asker };
  }

  return async (view, personId, action) => {
    const { channelId } = readFormOrigin(view.private_metadata);
    const { authorization, asker } = await decide({ personId, channelId }, action);
    const { decision, admins, denial, keep } = authorization;
    return { asker, denial, keep, audience: { role: decision.role, admins } };
  };
}

const isByChannel = (decision: Decision): boolean =>
  decision.role !== undefined && decision.rule.subject.kind === 'channel';
