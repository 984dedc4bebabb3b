import { crowdFollower } from './crowd.ts';
import { firstMoment } from './first-moment.ts';
import type { FollowChange } from './follow-change.ts';

interface Options {
  readonly accounts: readonly string[];
  /** How many of the crowd follow an account at a moment, Unix milliseconds. */
  readonly sizeAt: (account: string, at: number) => number;
  /** From when on, Unix milliseconds. */
  readonly since: number;
  /** An account that gained or lost more than so many in one go has none: as if its webhooks had been lost. */
  readonly most: number;
}

interface AudienceNews {
  readonly change: FollowChange;
  /** Unix milliseconds. */
  readonly at: number;
}

/** Who of the audiences came and left as time went by, for the webhooks that Chat would have sent. */
export function createAudienceNews({ accounts, sizeAt, since, most }: Options) {
  let last = since;

  function newsOf(account: string, from: number, to: number): readonly AudienceNews[] {
    const [before, after] = [sizeAt(account, from), sizeAt(account, to)];
    const kind = after > before ? 'follow' : 'unfollow';
    const [low, high] = [Math.min(before, after), Math.max(before, after)];
    if (high - low > most) return [];
    return Array.from({ length: high - low }, (_, step) => {
      const index = low + step;
      const hasHappened = (at: number) => sizeAt(account, at) > index === (kind === 'follow');
      const change: FollowChange = { kind, follower: crowdFollower(account, index), accounts: [account] };
      return { change, at: firstMoment(hasHappened, from, to) };
    });
  }

  return {
    /** What happened since it was asked last, oldest first. @param at Unix milliseconds; an earlier one than before has no news */
    until(at: number): readonly AudienceNews[] {
      if (at <= last) return [];
      const from = last;
      last = at;
      return accounts.flatMap((account) => newsOf(account, from, at)).toSorted((a, b) => a.at - b.at);
    },
  };
}
