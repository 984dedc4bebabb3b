import type { Authorization } from '../../followstats/access/authorize.ts';
import type { Asker, Role } from '../../followstats/access/rules.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { PersonId } from '../../followstats/ids.ts';
import { type AuthorizeFormOptions, createAuthorizeInForm } from '../conversation/authorize-in-form.ts';
import type { Audience } from '../words/reader.ts';
import { type FormPayload, readFormOrigin } from './digest-form-state.ts';

/** Who does something in a form, and whether they may. */
interface FormAuthorization extends Pick<Authorization, 'denial' | 'keep'> {
  readonly asker: Asker;
  readonly audience: Audience;
}

/**
 * Decides whether a person may use a form of a digest or a watch, and keeps a denial in the audit. As `AuthorizeInForm` otherwise.
 * @param needed by default `editor`
 */
export type AuthorizeForm = (
  view: Pick<FormPayload, 'private_metadata'>,
  personId: PersonId,
  action: AuditAction,
  needed?: Role,
) => Promise<FormAuthorization>;

/** Makes an `AuthorizeForm`. */
export function createAuthorizeForm(options: AuthorizeFormOptions): AuthorizeForm {
  const authorizeInForm = createAuthorizeInForm(options);
  return async (view, personId, action, needed = 'editor') => {
    const { channelId } = readFormOrigin(view.private_metadata);
    const { asker, authorization } = await authorizeInForm({ personId, channelId }, needed, action);
    const { decision, admins, denial, keep } = authorization;
    return { asker, denial, keep, audience: { role: decision.role, admins } };
  };
}
