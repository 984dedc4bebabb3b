import { LRUCache } from 'lru-cache';
import type { AccountId, Lookup, LookupMany } from '../followstats/types.ts';
import { toFailure } from './call.ts';

type FoundLookup = Extract<Lookup, { kind: 'found' }>;

interface Options {
  /** Accounts remembered; beyond that the least recently used one is dropped. */
  readonly max: number;
  /** How old counts may be, milliseconds, above 0. */
  readonly ttlMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Keeps an account's place in the order asked until it is answered. */
const UNANSWERED: Lookup = { kind: 'failed', failure: { code: 'incomplete_answer' } };

/**
 * Remembers what was found, never what failed. Outermost, so that a batch holds only what isn't known. `fresh` asks for every
 * account and remembers the answers all the same.
 * @returns a look-up that rejects as `next` does when nothing was cached; with something cached, that is answered and the rest
 * marked with the failure
 */
export function withCache(next: LookupMany, { max, ttlMs, now }: Options): LookupMany {
  // By the clock that `readAt` is read from, and to the millisecond: counts that waited for others of their batch are older.
  const cache = new LRUCache<AccountId, FoundLookup>({ max, ttl: ttlMs, ttlResolution: 0, perf: { now } });

  function remember(account: AccountId, lookup: Lookup): void {
    if (lookup.kind === 'found') cache.set(account, lookup, { start: lookup.readAt });
    // Known to be gone: its older counts must not be shown again.
    else if (lookup.failure.code === 'missing_account') cache.delete(account);
  }

  return async (accounts, options) => {
    const answers = new Map<AccountId, Lookup>();
    for (const account of accounts) {
      answers.set(account, (options?.fresh ? undefined : cache.get(account)) ?? UNANSWERED);
    }
    const unknown = accounts.filter((account) => answers.get(account) === UNANSWERED);
    if (unknown.length === 0) return answers;
    try {
      for (const [account, lookup] of await next(unknown, options)) {
        answers.set(account, lookup);
        remember(account, lookup);
      }
    } catch (error) {
      if (unknown.length === accounts.length) throw error;
      const lookup: Lookup = { kind: 'failed', failure: toFailure(error) };
      for (const account of unknown) answers.set(account, lookup);
    }
    return answers;
  };
}
