import type { PlantedBug } from './bug.ts';

/** Bugs in how slots get their posts. */
export const RUN_BUGS: readonly PlantedBug[] = [
  {
    name: 'retry-lost-post',
    about: 'a post whose answer was lost is sent again',
    file: 'digests/delivery/slot-decision.ts',
    find: "return { kind: 'end', end: { state: 'unknown', reason: 'no-answer' } };",
    replace: "return retryOrFail(run, now, { reason: 'slack-unreachable' });",
    seed: 1,
    days: 60,
  },
];
