import type { AccountId } from '../types.ts';

/** Chat's limit on a UserID, in bytes (account_import; client error 7003). */
export const ACCOUNT_ID_BYTES = 32;

/** Why a text is no UserID. */
export type AccountIdFault = 'too-long' | 'not-printable-ascii';

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/**
 * Takes text as a UserID, or says why Chat would reject it. Printable ASCII (0x20–0x7e) is Chat's own rule
 * (client error 7003); the narrower set of the signature library's comment is not enforced, since `@RBT#…` exists.
 */
export function readAccountId(text: string): { readonly id: AccountId } | { readonly fault: AccountIdFault } {
  if (!PRINTABLE_ASCII.test(text)) return { fault: 'not-printable-ascii' };
  if (text.length > ACCOUNT_ID_BYTES) return { fault: 'too-long' };
  return { id: text as AccountId };
}
