import { type Audience, createAudienceOf } from './audience.ts';
import { CROWD_SIZE, placeInCrowd } from './crowd.ts';
import type { FollowGraph } from './follow-graph-types.ts';
import { countOf, type Edge, latestFirst, type Relation } from './relation.ts';

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
  // Those of an audience are between: what began just now is listed before it, and what has a date of its own behind.
  let nextPlace = CROWD_SIZE;
  let nextDatedPlace = -CROWD_SIZE;
  const members = audience && createAudienceOf(audience);
  const isMember = (id: string) => members !== undefined && placeInCrowd(id) !== undefined;

  const has = (id: string) => accounts.has(id) || isMember(id);

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
    accounts.get(to)?.followers.get(from)?.at ?? (accounts.has(to) ? members?.joinedAt(to, from) : undefined);

  function* followersOf(id: string, below = Number.POSITIVE_INFINITY): Iterable<Relation> {
    const own = latestFirst(accounts.get(id)?.followers, below);
    yield* own.filter(({ place }) => place >= 0);
    if (members && accounts.has(id)) yield* members.of(id, below);
    yield* own.filter(({ place }) => place < 0);
  }

  function* followingOf(id: string, below = Number.POSITIVE_INFINITY): Iterable<Relation> {
    yield* latestFirst(accounts.get(id)?.following, below);
    if (!members || !isMember(id)) return;
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
    isMember(id) ? countOf(followingOf(id)) : (accounts.get(id)?.following.size ?? 0);

  /** Without a list in between: this is asked most often of all. */
  const countMutual = (id: string): number => {
    if (isMember(id)) return countOf(mutualOf(id));
    let count = 0;
    for (const to of accounts.get(id)?.following.keys() ?? []) if (followedAt(to, id) !== undefined) count += 1;
    return count;
  };

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
      members?.forget(id);
    },

    follow(from, to, at) {
      if (!has(from) || !has(to)) throw new RangeError(`No account ${JSON.stringify(has(from) ? to : from)}`);
      if (from === to) throw new RangeError(`${JSON.stringify(from)} can't follow itself`);
      if (followedAt(from, to) !== undefined) return false;
      if (countFollowing(from) >= MAX_FOLLOWING) {
        throw new RangeError(`${JSON.stringify(from)} follows ${MAX_FOLLOWING} accounts already`);
      }
      const edge: Edge = at === undefined ? { at: now(), place: nextPlace++ } : { at, place: nextDatedPlace++ };
      relationsOf(from).following.set(to, edge);
      relationsOf(to).followers.set(from, edge);
      members?.decidesItself(to, from);
      return true;
    },

    unfollow(from, to) {
      if (followedAt(from, to) === undefined) return false;
      accounts.get(from)?.following.delete(to);
      accounts.get(to)?.followers.delete(from);
      members?.decidesItself(to, from);
      return true;
    },

    followersOf,
    followingOf,
    mutualOf,

    countsOf(id) {
      if (!has(id)) return undefined;
      return {
        followers: (accounts.get(id)?.followers.size ?? 0) + (accounts.has(id) ? (members?.sizeOf(id) ?? 0) : 0),
        following: countFollowing(id),
        mutual: countMutual(id),
      };
    },
  };
}
