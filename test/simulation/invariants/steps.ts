import type { Invariant } from './invariant.ts';

/** From which state a run may go where; the table of `RunState`, and the renewals and repeated claims that keep its state. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  '': ['due', 'missed'],
  due: ['due', 'claimed', 'missed', 'skipped', 'failed'],
  claimed: ['claimed', 'posting', 'due', 'skipped', 'failed', 'missed'],
  posting: ['posting', 'posted', 'due', 'failed', 'unknown'],
  unknown: ['unknown', 'posted', 'due'],
  posted: ['posted'],
  skipped: ['skipped'],
  failed: ['failed'],
  missed: ['missed'],
};

/** Runs go through their states as documented, and a token never goes back. */
export const steps: Invariant = {
  name: 'runs take only the steps that there are',
  watch: ({ violated }) => ({
    runs(changes) {
      for (const { id, from, to, token, tokenBefore } of changes) {
        if (!STEPS[from]?.includes(to)) violated(`run ${id} went from ${from} to ${to}`, [id]);
        if (token < tokenBefore) violated(`the token of run ${id} went from ${tokenBefore} to ${token}`, [id]);
      }
    },
  }),
};
