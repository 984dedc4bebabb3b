import { begunOf, type History, lastOf } from './history.ts';
import type { JoiningNeed } from './joining-curve.ts';

/** Finds out whether a history begins before its only account was first read. */
export function findJoiningNeed(history: Pick<History, 'who' | 'accounts' | 'instants'>): JoiningNeed | undefined {
  const [one] = history.accounts;
  const begun = one && begunOf(one, history);
  if (!one || begun === undefined || history.who.accounts.length > 1) return undefined;
  const instants = [...history.instants.filter((instant) => instant < begun), begun];
  return instants.length < 2 ? undefined : { account: one.account, followers: lastOf(one).followers, instants };
}
