/** What Chat tells about one account's relations. */
export interface FollowCounts {
  readonly followers: number;
  readonly following: number;
  /** Accounts that follow this one and are followed by it. */
  readonly mutual: number;
}

/** Accounts and who follows whom. UserIDs are case-sensitive. */
export interface FollowGraph {
  has(id: string): boolean;
  /** Adding twice changes nothing. Throws RangeError for what can't be a UserID. */
  addAccount(id: string): void;
  /** Takes its relations away too. */
  removeAccount(id: string): void;
  /** Following twice changes nothing. Throws RangeError for an unknown account, for oneself, and past 5,000 followed accounts. */
  follow(from: string, to: string): void;
  unfollow(from: string, to: string): void;
  /** Oldest first; undefined for an unknown account. */
  followersOf(id: string): ReadonlySet<string> | undefined;
  /** Oldest first; undefined for an unknown account. */
  followingOf(id: string): ReadonlySet<string> | undefined;
  /** Counted from the relations at each call, with the audience among the followers; undefined for an unknown account. */
  countsOf(id: string): FollowCounts | undefined;
}

interface Relations {
  readonly followers: Set<string>;
  readonly following: Set<string>;
}

// Client error 7003: printable ASCII; account_import: at most 32 bytes.
const USER_ID = /^[\x20-\x7e]{1,32}$/;

// The Follow guide (1047/66035) caps following only; it calls the number of followers unlimited.
const MAX_FOLLOWING = 5000;

/**
 * Followers of an account that exist only as a number, since no graph holds millions of relations: whole, never negative. They
 * are in no list of followers, and follow no account.
 */
export type Audience = (id: string) => number;

/**
 * Indexed by account, so a call costs no more with 20,000 accounts than with 20.
 * @param audience asked at each count; none by default
 */
export function createFollowGraph(audience: Audience = () => 0): FollowGraph {
  const accounts = new Map<string, Relations>();

  const relationsOf = (id: string): Relations => {
    const relations = accounts.get(id);
    if (!relations) throw new RangeError(`No account ${JSON.stringify(id)}`);
    return relations;
  };

  return {
    has: (id) => accounts.has(id),

    addAccount(id) {
      if (!USER_ID.test(id))
        throw new RangeError(`A UserID is 1–32 printable ASCII characters, not ${JSON.stringify(id)}`);
      if (!accounts.has(id)) accounts.set(id, { followers: new Set(), following: new Set() });
    },

    removeAccount(id) {
      const gone = accounts.get(id);
      if (!gone) return;
      for (const follower of gone.followers) accounts.get(follower)?.following.delete(id);
      for (const followed of gone.following) accounts.get(followed)?.followers.delete(id);
      accounts.delete(id);
    },

    follow(from, to) {
      const { following } = relationsOf(from);
      const { followers } = relationsOf(to);
      if (from === to) throw new RangeError(`${JSON.stringify(from)} can't follow itself`);
      if (following.size >= MAX_FOLLOWING && !following.has(to)) {
        throw new RangeError(`${JSON.stringify(from)} follows ${MAX_FOLLOWING} accounts already`);
      }
      following.add(to);
      followers.add(from);
    },

    unfollow(from, to) {
      accounts.get(from)?.following.delete(to);
      accounts.get(to)?.followers.delete(from);
    },

    followersOf: (id) => accounts.get(id)?.followers,
    followingOf: (id) => accounts.get(id)?.following,

    countsOf(id) {
      const relations = accounts.get(id);
      if (!relations) return undefined;
      const { followers, following } = relations;
      return {
        followers: followers.size + audience(id),
        following: following.size,
        mutual: followers.intersection(following).size,
      };
    },
  };
}
