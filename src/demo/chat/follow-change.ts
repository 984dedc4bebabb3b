/** Relations that one account began or ended in one go: what one webhook tells. */
export interface FollowChange {
  readonly kind: 'follow' | 'unfollow';
  readonly follower: string;
  /** At least one. */
  readonly accounts: readonly string[];
}
