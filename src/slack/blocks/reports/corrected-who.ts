import type { Reference, Who } from '../../../followstats/typed/who.ts';
import type { AccountId } from '../../../followstats/types.ts';

/**
 * Whom a command is about, with the account that was meant in the place of those that were mistyped.
 * @returns the account that was meant alone where none of the mistyped was typed, but came by a list or a link
 */
export function correctedWho(who: Who | undefined, typos: ReadonlySet<AccountId>, meant: AccountId): Who {
  const right: Reference = { kind: 'account', account: meant };
  const isTypo = (one: Reference): boolean => one.kind === 'account' && typos.has(one.account);
  const first = who?.findIndex(isTypo) ?? -1;
  if (!who || first < 0) return [right];
  return who.flatMap((one, n) => (n === first ? [right] : isTypo(one) ? [] : [one]));
}
