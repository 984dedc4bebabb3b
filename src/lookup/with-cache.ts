import { LRUCache } from 'lru-cache';
import type { AccountId, Lookup, LookupMany } from '../followstats/types.ts';
import { failAll, toFailure } from './failed.ts';

type FoundLookup = Extract<Lookup, { kind: 'found' }>;

interface Options {
  /** Accounts remembered; beyond that the longest unused is forgotten. */
  readonly max: number;
  /** How old a count may be, milliseconds, above 0. */
  readonly ttlMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/**
 * Remembers what was found, never what failed. Outermost, so that a batch holds only what isn't known. `fresh` asks
 * for everything and still remembers the answers. When the asking fails as a whole, what was cached is answered all
 * the same and the rest marked; with nothing cached the failure is thrown on.
 */
export function withCache(next: LookupMany, { max, ttlMs, now }: Options): LookupMany {
  // The clock is read once a look-up: read for each account it cost two thirds of what a bare Map takes in all.
  let at = now();
  const cache = new LRUCache<AccountId, FoundLookup>({ max, ttl: ttlMs, ttlResolution: 0, perf: { now: () => at } });

  function remember(account: AccountId, lookup: Lookup): void {
    if (lookup.kind === 'found') cache.set(account, lookup);
    // Known to be gone: older counts must not come back at the next question.
    else if (lookup.failure.code === 'missing_account') cache.delete(account);
  }

  return async (accounts, options) => {
    const answers = new Map<AccountId, Lookup>();
    const unknown: AccountId[] = [];
    at = now();
    const isFresh = options?.fresh === true;
    for (let n = 0; n < accounts.length; n += 1) {
      const account = accounts[n] as AccountId;
      const known = isFresh ? undefined : cache.get(account);
      if (known === undefined) unknown.push(account);
      else answers.set(account, known);
    }
    if (unknown.length === 0) return answers;

    const hasKnown = answers.size > 0;
    try {
      const asked = await next(unknown, options);
      at = now();
      if (!hasKnown) {
        for (const [account, lookup] of asked) remember(account, lookup);
        return asked;
      }
      for (let n = 0; n < unknown.length; n += 1) {
        const account = unknown[n] as AccountId;
        const lookup = asked.get(account) as Lookup;
        answers.set(account, lookup);
        remember(account, lookup);
      }
    } catch (error) {
      if (!hasKnown) throw error;
      const [lookup] = failAll(1, toFailure(error));
      for (const account of unknown) answers.set(account, lookup as Lookup);
    }
    return answers;
  };
}
