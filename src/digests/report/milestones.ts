import type { AccountId } from '../../followstats/types.ts';

/** An account whose followers reached a round number that no post has read of it before. */
export interface Milestone {
  readonly account: AccountId;
  /** 1, 2 or 5 times a power of ten; the highest that was passed. */
  readonly reached: number;
}

const STEPS = [5, 2, 1] as const;

/** @returns the highest milestone at or below a number of followers; 0 where there is none */
function milestoneAt(followers: number): number {
  if (followers < 1) return 0;
  const power = 10 ** (String(Math.floor(followers)).length - 1);
  const step = STEPS.find((times) => times * power <= followers) ?? 1;
  return step * power;
}

/** Whether followers have passed a milestone above what they were before. @returns the milestone, else `undefined` */
export function milestonePassed(now: number, before: number): number | undefined {
  const reached = milestoneAt(now);
  return reached > before ? reached : undefined;
}
