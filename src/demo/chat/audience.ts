import { CROWD_SIZE, crowdFollower, indexOfFollower, placeInCrowd } from './crowd.ts';
import type { Relation } from './relation.ts';

/**
 * How many of the crowd follow an account: whole, never negative, at most ten million. Who they are is known, and since when:
 * those who joined last leave first.
 */
export type Audience = AudienceSize | ListedAudience;

type AudienceSize = (id: string) => number;

interface ListedAudience {
  readonly sizeOf: AudienceSize;
  /** Since when the account has had more than `index` of them, Unix milliseconds; never falls as the index rises. */
  readonly joinedAt: (id: string, index: number) => number;
}

/** The members of the crowd among the followers of an account, as far as they don't decide for themselves. */
interface AudienceOf {
  sizeOf(account: string): number;
  /** Since when a member has followed it, Unix milliseconds; undefined for one that doesn't, and for any other account. */
  joinedAt(account: string, id: string): number | undefined;
  /** Latest first, made as they are read; the place of each is how many came before. @param below only those at lower places */
  of(account: string, below?: number): Iterable<Relation>;
  /** From now on this member's relation to the account is the graph's business. No member of the crowd: nothing changes. */
  decidesItself(account: string, id: string): void;
  /** The account begins anew: no member has decided anything. */
  forget(account: string): void;
}

const FIRST_JOINED = Date.parse('2023-01-01');
/** At this pace 100,000 of them have come within 12 days. */
const APART_MS = 10_000;

/** @param audience one without times has had a new member every ten seconds since 2023 */
export function createAudienceOf(audience: Audience): AudienceOf {
  const { sizeOf, joinedAt } = typeof audience === 'function' ? { sizeOf: audience, joinedAt: steadily } : audience;
  /** Indexes of those who decide for themselves, by account. */
  const own = new Map<string, Set<number>>();

  return {
    sizeOf(account) {
      const size = sizeOf(account);
      const decided = [...(own.get(account) ?? [])].filter((index) => index < size);
      return size - decided.length;
    },

    joinedAt(account, id) {
      const index = indexOfFollower(account, id);
      if (index === undefined || index >= sizeOf(account) || own.get(account)?.has(index)) return undefined;
      return joinedAt(account, index);
    },

    *of(account, below = CROWD_SIZE) {
      const decided = own.get(account);
      for (let index = Math.min(sizeOf(account), below) - 1; index >= 0; index -= 1) {
        if (decided?.has(index)) continue;
        yield { id: crowdFollower(account, index), at: joinedAt(account, index), place: index };
      }
    },

    decidesItself(account, id) {
      if (placeInCrowd(id) === undefined) return;
      const decided = own.get(account) ?? new Set();
      own.set(account, decided.add(indexOfFollower(account, id) ?? 0));
    },

    forget(account) {
      own.delete(account);
    },
  };
}

function steadily(_: string, index: number): number {
  return FIRST_JOINED + index * APART_MS;
}
