import type { AccountId, FollowCounts } from '../types.ts';
import type { Relation, RelationKind } from './ports.ts';

/** Where a page stands in its list: which of the parts that Chat gave, and which page of that; both from 0. */
export interface PagePlace {
  readonly part: number;
  readonly page: number;
}

/** One page of an account's list, as a person sees it. */
export interface RelationPage {
  readonly account: AccountId;
  readonly kind: RelationKind;
  /** How many the counts say there are in all; `undefined` where they couldn't be read. */
  readonly all: number | undefined;
  /** At most `PAGE_SIZE`; names as they are shown. */
  readonly relations: readonly Relation[];
  /** How many stand on the pages before it. */
  readonly before: number;
  /** By which the pages beside it are asked for. */
  readonly listId: string;
  readonly place: PagePlace;
  readonly previous: PagePlace | undefined;
  readonly next: PagePlace | undefined;
  /** Whether there are further ones, but no further pages. */
  readonly isCut: boolean;
  /** When Chat said so, Unix milliseconds. */
  readonly readAt: number;
}

/** Accounts on one page. */
export const PAGE_SIZE = 50;

/** Returns how many pages so many accounts take; one that is empty, too. */
export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / PAGE_SIZE));

/** Which of an account's counts says how many a list has. */
export const COUNT_OF: Readonly<Record<RelationKind, keyof FollowCounts>> = {
  fans: 'followers',
  following: 'following',
  mutual: 'mutual',
};
