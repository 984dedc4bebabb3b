import { LRUCache } from 'lru-cache';
import type { DroppedCounts } from '../followstats/events/dropped-counts.ts';
import type { ChangedCounts } from '../followstats/events/ports.ts';
import type { AccountId, Lookup, LookupMany } from '../followstats/types.ts';
import { toFailure } from './call.ts';

type FoundLookup = Extract<Lookup, { kind: 'found' }>;

interface Options {
  /** Accounts remembered; beyond that the least recently used one is dropped. */
  readonly max: number;
  /** How old counts may be, milliseconds, above 0. */
  readonly ttlMs: number;
  /** Whose counts have changed: what is remembered of them is forgotten, and what is being read isn't remembered. */
  readonly droppedCounts?: Pick<DroppedCounts, 'on'> | undefined;
  /** Takes how many accounts of a look-up were remembered, and how many weren't; not of one past the cache. */
  readonly onRead?: OnCacheRead | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Takes what the cache was asked for. */
export type OnCacheRead = (hits: number, misses: number) => void;

/** Keeps an account's place in the order asked until it is answered. */
const UNANSWERED: Lookup = { kind: 'failed', failure: { code: 'incomplete_answer' } };

/**
 * Remembers what was found, never what failed. Outermost, so that a batch holds only what isn't known. `fresh` asks for every
 * account and remembers the answers all the same.
 * @returns a look-up that rejects as `next` does when nothing was cached; with something cached, that is answered and the rest
 * marked with the failure
 */
export function withCache(next: LookupMany, { max, ttlMs, droppedCounts, onRead, now }: Options): LookupMany {
  // By the clock that `readAt` is read from, and to the millisecond: counts that waited for others of their batch are older.
  const cache = new LRUCache<AccountId, FoundLookup>({ max, ttl: ttlMs, ttlResolution: 0, perf: { now } });

  const changes = createChanges();
  droppedCounts?.on((accounts) => {
    changes.note(accounts);
    if (accounts === 'all') cache.clear();
    else for (const account of accounts) cache.delete(account);
  });

  /** @param asked when it was asked, by `changes.begin` */
  function remember(account: AccountId, lookup: Lookup, asked: number): void {
    if (lookup.kind === 'found' && changes.hasChanged(account, asked)) return;
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
    if (!options?.fresh) onRead?.(accounts.length - unknown.length, unknown.length);
    if (unknown.length === 0) return answers;
    const asked = changes.begin();
    try {
      for (const [account, lookup] of await next(unknown, options)) {
        answers.set(account, lookup);
        remember(account, lookup, asked);
      }
    } catch (error) {
      if (unknown.length === accounts.length) throw error;
      const lookup: Lookup = { kind: 'failed', failure: toFailure(error) };
      for (const account of unknown) answers.set(account, lookup);
    } finally {
      changes.end(asked);
    }
    return answers;
  };
}

/** Which accounts have changed while something was being asked. */
function createChanges() {
  let clock = 0;
  let allAt = 0;
  /** When each account changed last; the earliest first. */
  const changed = new Map<AccountId, number>();
  /** What is being asked, by when it began; the earliest first. */
  const open = new Set<number>();

  return {
    /** @returns when it began: different for each */
    begin(): number {
      clock += 1;
      open.add(clock);
      return clock;
    },
    /** Forgets the changes that came before everything that is still being asked: they don't concern it. */
    end(asked: number): void {
      open.delete(asked);
      const [earliest = Number.POSITIVE_INFINITY] = open;
      for (const [account, at] of changed) {
        if (at > earliest) break;
        changed.delete(account);
      }
    },
    note(accounts: ChangedCounts): void {
      clock += 1;
      if (accounts === 'all') allAt = clock;
      else if (open.size > 0)
        for (const account of accounts) {
          // To its place among the others.
          changed.delete(account);
          changed.set(account, clock);
        }
    },
    hasChanged: (account: AccountId, asked: number): boolean => Math.max(allAt, changed.get(account) ?? 0) > asked,
  };
}
