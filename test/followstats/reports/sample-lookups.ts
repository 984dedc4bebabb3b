import type { ErrorCode } from '../../../src/errors.ts';
import type { Resolved } from '../../../src/followstats/reports/resolve.ts';
import type { Who } from '../../../src/followstats/typed/who.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';

type Found = Extract<Lookup, { kind: 'found' }>;
type Failed = Extract<Lookup, { kind: 'failed' }>;

/** Takes it as given that these are UserIDs. */
export function accountsOf(...ids: readonly string[]): readonly AccountId[] {
  return ids as readonly AccountId[];
}

/** `user_0`, `user_1`, … */
export function manyAccounts(count: number): readonly AccountId[] {
  return accountsOf(...Array.from({ length: count }, (_, n) => `user_${n}`));
}

export function whoOf(...ids: readonly string[]): Who {
  return accountsOf(...ids).map((account) => ({ kind: 'account', account }));
}

/** What a question about these accounts alone comes to. */
export function resolvedOf(...ids: readonly string[]): Resolved {
  return { accounts: accountsOf(...ids), linked: [], unlinked: [], empty: [] };
}

/** @param readAt Unix milliseconds */
export function found(readAt = 0, followers = 3): Found {
  return { kind: 'found', followers, following: 2, mutual: 1, readAt };
}

/** @param chatCode Chat's own code, where Chat said anything */
export function failed(code: ErrorCode, chatCode?: number, info?: string): Failed {
  if (chatCode === undefined) return { kind: 'failed', failure: { code } };
  return { kind: 'failed', failure: { code, upstream: { code: chatCode, info } } };
}
