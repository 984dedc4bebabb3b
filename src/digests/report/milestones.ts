import type { AccountId } from '../../followstats/types.ts';

/** An account whose followers reached a round number since the last post. */
export interface Milestone {
  readonly account: AccountId;
  /** 1, 2 or 5 times a power of ten, at least 100; the highest that was passed. */
  readonly reached: number;
}

/** Fewer followers than this make no milestone: each new one would. */
const LEAST = 100;
const STEPS = [5, 2, 1] as const;

/** @returns the highest milestone at or below a number of followers; 0 where there is none */
function milestoneAt(followers: number): number {
  if (followers < LEAST) return 0;
  const power = 10 ** (String(Math.floor(followers)).length - 1);
  const step = STEPS.find((times) => times * power <= followers) ?? 1;
  return step * power;
}

/** Whether a number of followers has passed a milestone on its way up. @returns the milestone, else `undefined` */
export function milestonePassed(now: number, before: number): number | undefined {
  const reached = milestoneAt(now);
  return reached > before ? reached : undefined;
}
