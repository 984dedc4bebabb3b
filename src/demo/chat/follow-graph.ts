import { type Audience, createAudienceOf } from './audience.ts';
import { CROWD_SIZE, placeInCrowd } from './crowd.ts';
import type { Relation } from './relation.ts';

/** What Chat tells about one account's relations. */
export interface FollowCounts {
  readonly followers: number;
  readonly following: number;
  /** Accounts that follow this one and are followed by it. */
  readonly mutual: number;
}

/** Accounts and who follows whom. UserIDs are case-sensitive. */
export interface FollowGraph {
  /** Members of the crowd are known where there is an audience. */
  has(id: string): boolean;
  /** Adding twice changes nothing. Throws RangeError for what can't be a UserID. */
  addAccount(id: string): void;
  /** Takes its relations away too. */
  removeAccount(id: string): void;
  /**
   * Following twice changes nothing. Throws RangeError for an unknown account, for oneself, and past 5,000 followed accounts.
   * @param at since when, Unix milliseconds; by default the graph's present
   * @returns whether it changed anything
   */
  follow(from: string, to: string, at?: number): boolean;
  /** @returns whether it changed anything */
  unfollow(from: string, to: string): boolean;
  /** Since when one follows the other, Unix milliseconds; undefined when it doesn't. */
  followedAt(from: string, to: string): number | undefined;
  /**
   * Latest first, the audience after all others; made as they are read. Nobody for an unknown account.
   * @param below only those at lower places
   */
  followersOf(id: string, below?: number): Iterable<Relation>;
  /** As above. */
  followingOf(id: string, below?: number): Iterable<Relation>;
  /** Those followed that follow back, since the later of the two; as above. */
  mutualOf(id: string, below?: number): Iterable<Relation>;
  /** Counted from the relations at each call, with the audience among the followers; undefined for an unknown account. */
  countsOf(id: string): FollowCounts | undefined;
}

/** What both ends hold of one relation. */
type Edge = Omit<Relation, 'id'>;

interface Relations {
  /** By account, in the order they began. */
  readonly followers: Map<string, Edge>;
  readonly following: Map<string, Edge>;
}

interface Options {
  /** By default there is none. */
  readonly audience?: Audience | undefined;
  /** Unix milliseconds. Default: the system's clock. */
  readonly now?: (() => number) | undefined;
}

// Client error 7003: printable ASCII; account_import: at most 32 bytes.
const USER_ID = /^[\x20-\x7e]{1,32}$/;

// The Follow guide (1047/66035) caps following only; it calls the number of followers unlimited.
export const MAX_FOLLOWING = 5000;

/** Indexed by account, so a call costs no more with 20,000 accounts than with 20. */
export function createFollowGraph({ audience, now = Date.now }: Options = {}): FollowGraph {
  const accounts = new Map<string, Relations>();
  // Above all places in an audience.
  let nextPlace = CROWD_SIZE;
  const members = createAudienceOf(audience);

  const has = (id: string) => accounts.has(id) || (audience !== undefined && placeInCrowd(id) !== undefined);

  /** A member of the crowd gets a row of its own once it does something of its own. */
  const relationsOf = (id: string): Relations => {
    const relations = accounts.get(id);
    if (relations) return relations;
    if (!has(id)) throw new RangeError(`No account ${JSON.stringify(id)}`);
    const none: Relations = { followers: new Map(), following: new Map() };
    accounts.set(id, none);
    return none;
  };

  const followedAt = (from: string, to: string): number | undefined =>
    accounts.get(to)?.followers.get(from)?.at ?? (accounts.has(to) ? members.joinedAt(to, from) : undefined);

  function* followersOf(id: string, below = Number.POSITIVE_INFINITY): Iterable<Relation> {
    yield* latestFirst(accounts.get(id)?.followers, below);
    if (accounts.has(id)) yield* members.of(id, below);
  }

  function* followingOf(id: string, below = Number.POSITIVE_INFINITY): Iterable<Relation> {
    yield* latestFirst(accounts.get(id)?.following, below);
    if (audience === undefined || placeInCrowd(id) === undefined) return;
    for (const [index, to] of [...accounts.keys()].entries()) {
      const place = accounts.size - index;
      const at = place < below ? members.joinedAt(to, id) : undefined;
      if (at !== undefined) yield { id: to, at, place };
    }
  }

  function* mutualOf(id: string, below?: number): Iterable<Relation> {
    for (const followed of followingOf(id, below)) {
      const back = followedAt(followed.id, id);
      if (back !== undefined) yield { ...followed, at: Math.max(followed.at, back) };
    }
  }

  const countFollowing = (id: string): number =>
    placeInCrowd(id) === undefined ? (accounts.get(id)?.following.size ?? 0) : countOf(followingOf(id));

  return {
    has,
    followedAt,

    addAccount(id) {
      if (!USER_ID.test(id))
        throw new RangeError(`A UserID is 1–32 printable ASCII characters, not ${JSON.stringify(id)}`);
      if (!accounts.has(id)) accounts.set(id, { followers: new Map(), following: new Map() });
    },

    removeAccount(id) {
      const gone = accounts.get(id);
      if (!gone) return;
      for (const follower of gone.followers.keys()) accounts.get(follower)?.following.delete(id);
      for (const followed of gone.following.keys()) accounts.get(followed)?.followers.delete(id);
      accounts.delete(id);
      members.forget(id);
    },

    follow(from, to, at = now()) {
      if (!has(from) || !has(to)) throw new RangeError(`No account ${JSON.stringify(has(from) ? to : from)}`);
      if (from === to) throw new RangeError(`${JSON.stringify(from)} can't follow itself`);
      if (followedAt(from, to) !== undefined) return false;
      if (countFollowing(from) >= MAX_FOLLOWING) {
        throw new RangeError(`${JSON.stringify(from)} follows ${MAX_FOLLOWING} accounts already`);
      }
      const edge: Edge = { at, place: nextPlace };
      nextPlace += 1;
      relationsOf(from).following.set(to, edge);
      relationsOf(to).followers.set(from, edge);
      members.decidesItself(to, from);
      return true;
    },

    unfollow(from, to) {
      if (followedAt(from, to) === undefined) return false;
      accounts.get(from)?.following.delete(to);
      accounts.get(to)?.followers.delete(from);
      members.decidesItself(to, from);
      return true;
    },

    followersOf,
    followingOf,
    mutualOf,

    countsOf(id) {
      if (!has(id)) return undefined;
      return {
        followers: (accounts.get(id)?.followers.size ?? 0) + (accounts.has(id) ? members.sizeOf(id) : 0),
        following: countFollowing(id),
        mutual: countOf(mutualOf(id)),
      };
    },
  };
}

function latestFirst(edges: ReadonlyMap<string, Edge> | undefined, below: number): readonly Relation[] {
  return [...(edges ?? [])].flatMap(([id, edge]) => (edge.place < below ? [{ id, ...edge }] : [])).reverse();
}

function countOf(relations: Iterable<unknown>): number {
  let count = 0;
  for (const _ of relations) count += 1;
  return count;
}
