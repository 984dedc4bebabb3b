import type { MayPointTo } from '../../digests/ports.ts';
import type { Decision } from '../../followstats/access/access.ts';
import type { Authorization, Authorize } from '../../followstats/access/authorize.ts';
import type { Asker, Role } from '../../followstats/access/rules.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';

/** Whether a person may, and as whom they then ask: in no channel where the form's isn't theirs. */
export interface FormAuthorization {
  readonly asker: Asker;
  readonly authorization: Authorization;
}

/**
 * Authorizes what is sent from a form. Who may is decided where the form was asked for, since a form itself is in no channel.
 * Where that was, only the form says: so a channel's role counts for those alone who could ask there now. Rejects as
 * `authorize` does.
 */
export type AuthorizeInForm = (asker: Asker, needed: Role, action: AuditAction) => Promise<FormAuthorization>;

/** What the decision needs. */
export interface AuthorizeFormOptions {
  readonly authorize: Authorize;
  readonly mayPointTo: MayPointTo;
}

/** Makes an `AuthorizeInForm`. */
export function createAuthorizeInForm({ authorize, mayPointTo }: AuthorizeFormOptions): AuthorizeInForm {
  return async (asker, needed, action) => {
    const authorization = await authorize(asker, needed, action);
    const { decision, denial, keep } = authorization;
    if (denial || !isByChannel(decision) || asker.channelId === undefined) return { asker, authorization };
    const fault = await mayPointTo(asker.personId, asker.channelId);
    if (!fault) return { asker, authorization };
    if (fault === 'not-yours' || fault === 'not-found') {
      const nowhere = { ...asker, channelId: undefined };
      return { asker: nowhere, authorization: await authorize(nowhere, needed, action) };
    }
    keep('refused', { why: fault });
    return { asker, authorization: { ...authorization, denial: { reason: 'unreadable', admins: [] } } };
  };
}

const isByChannel = (decision: Decision): boolean =>
  decision.role !== undefined && decision.rule.subject.kind === 'channel';
