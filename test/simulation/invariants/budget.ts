import type { Invariant } from './invariant.ts';

const SECOND_MS = 1000;

/** In no second do more calls leave than the budget has, whichever replicas make them. */
export const budget: Invariant = {
  name: 'Chat is never asked more often than allowed',
  watch({ violated, callsPerSecond }) {
    let latest: readonly number[] = [];
    return {
      chatCall({ leftAt }) {
        latest = [...latest.filter((at) => leftAt - at < SECOND_MS), leftAt];
        if (latest.length > callsPerSecond) violated(`${latest.length} calls left within a second`, ['asks Chat']);
      },
    };
  },
};
