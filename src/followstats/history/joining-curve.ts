import type { AccountId } from '../types.ts';

/** Since when those follow an account who followed it at one moment. */
export interface JoiningTimes {
  /** When they were read, Unix milliseconds. */
  readonly readAt: number;
  /** One for each of them, Unix milliseconds, the earliest first; those of whom Chat doesn't say it are left out. */
  readonly since: readonly number[];
}

/** What is known of joining times, kept in the store. Each function rejects with `store_unavailable` when the store can't be used. */
export interface JoiningCurves {
  /** @returns `undefined` where none were kept */
  read(account: AccountId): Promise<JoiningTimes | undefined>;
  keep(account: AccountId, times: JoiningTimes): Promise<void>;
  /** Drops those that were read longer ago than this. @param ageMs milliseconds @returns how many there were */
  prune(ageMs: number): Promise<number>;
}

/** The time before an account was first read, as far as its present followers tell of it. */
export type Joining =
  | {
      readonly kind: 'curve';
      /** Unix milliseconds, the earliest first; the last is when the account was first read. At least two. */
      readonly instants: readonly number[];
      /** One an instant: how many of those who followed it at `readAt` did so by then. */
      readonly followers: readonly number[];
      /** When its followers were read, Unix milliseconds. */
      readonly readAt: number;
    }
  /** It is being read; `failed`: it couldn't be. */
  | { readonly kind: 'pending' | 'failed' }
  /** It has more followers than are read for this. */
  | { readonly kind: 'too-many' };

/** Of an account with more followers nothing is asked. */
export const MOST_JOINED = 100_000;

/** What a history needs of the time before; `undefined` where its readings reach as far back as it does, or it is about several. */
export interface JoiningNeed {
  readonly account: AccountId;
  readonly followers: number;
  readonly instants: readonly number[];
}

/** Counts how many followed by each instant. @param since in order, as `JoiningTimes` has them */
export function countJoined({ since }: Pick<JoiningTimes, 'since'>, instants: readonly number[]): readonly number[] {
  return instants.map((instant) => {
    let [low, high] = [0, since.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((since[middle] ?? 0) <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}
