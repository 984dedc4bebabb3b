import { LRUCache } from 'lru-cache';
import type { AccountId, Lookup, LookupMany } from '../followstats/types.ts';
import type { AskMany } from './batching/ask-many.ts';
import { toFailure } from './failed.ts';

type FoundLookup = Extract<Lookup, { kind: 'found' }>;

interface Options {
  /** Accounts remembered; beyond that the longest unused is forgotten. */
  readonly max: number;
  /** How old a count may be, milliseconds, above 0. */
  readonly ttlMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** One for all: the cache makes itself an object for each look, and each thing to remember, that brings none. */
const GET: LRUCache.GetOptions<AccountId, FoundLookup, unknown> = {};
const SET: LRUCache.SetOptions<AccountId, FoundLookup, unknown> = {};

const UNANSWERED: Lookup = { kind: 'failed', failure: { code: 'incomplete_answer' } };

/**
 * Remembers what was found, never what failed. Outermost, so that a batch holds only what isn't known. `fresh` asks
 * for everything and still remembers the answers. When the asking fails as a whole, what was cached is answered all
 * the same and the rest marked; with nothing cached the failure is thrown on.
 */
export function withCache(next: AskMany, { max, ttlMs, now }: Options): LookupMany {
  // No `ttl`: each count says itself how old it is, and to look for that beside it cost a tenth of what a bare Map takes in all.
  const cache = new LRUCache<AccountId, FoundLookup>({ max });

  function remember(account: AccountId, lookup: Lookup): void {
    if (lookup.kind === 'found') cache.set(account, lookup, SET);
    // Known to be gone: older counts must not come back at the next question.
    else if (lookup.failure.code === 'missing_account') cache.delete(account);
  }

  return (accounts, options) => {
    const answers = new Map<AccountId, Lookup>();
    const unknown: AccountId[] = [];
    const oldest = now() - ttlMs;
    const isFresh = options?.fresh === true;
    for (let place = 0; place < accounts.length; place += 1) {
      const account = accounts[place] as AccountId;
      const known = isFresh ? undefined : cache.get(account, GET);
      if (known && known.readAt >= oldest) answers.set(account, known);
      else {
        unknown.push(account);
        // It keeps its place in the order asked.
        answers.set(account, UNANSWERED);
      }
    }
    if (unknown.length === 0) return Promise.resolve(answers);

    // Not awaited: taking up again the frames of 200 small look-ups, cold by then, stood at the top of their profile.
    return next(unknown, options).then(
      (lookups) => {
        for (let place = 0; place < unknown.length; place += 1) {
          const account = unknown[place] as AccountId;
          const lookup = lookups[place] as Lookup;
          answers.set(account, lookup);
          remember(account, lookup);
        }
        return answers;
      },
      (error: unknown) => {
        if (unknown.length === accounts.length) throw error;
        const lookup: Lookup = { kind: 'failed', failure: toFailure(error) };
        for (const account of unknown) answers.set(account, lookup);
        return answers;
      },
    );
  };
}
