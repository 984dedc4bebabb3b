import { readAccountId } from '../../followstats/typed/account-id.ts';
import type { AccountId } from '../../followstats/types.ts';

/** The account that a button holds; `undefined` for one of another version, or a forged one. */
export function readHeldAccount(value: string | null | undefined): AccountId | undefined {
  const read = readAccountId(value ?? '');
  return 'id' in read && value ? read.id : undefined;
}
