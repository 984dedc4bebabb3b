import type { RunChange } from '../parts/database-engine.ts';
import type { Invariant } from './invariant.ts';

/** How any replica may end a run that has no holder any more. */
const BY_ANYONE: ReadonlySet<string> = new Set(['digest-stopped', 'unreadable', 'down', 'holder-died']);

/** A run has one holder at a time, who alone takes its steps; another one can have it only after the lease. */
export const oneHolder: Invariant = {
  name: 'a run has one holder',
  watch({ violated }) {
    const holders = new Map<string, string>();

    function look({ id, from, to, reason, token, tokenBefore, leaseBefore, changedAt, by }: RunChange): void {
      const isHeld = from === 'claimed' || from === 'posting';
      const isTaken = token !== tokenBefore || (reason !== null && BY_ANYONE.has(reason));
      if (isHeld && isTaken && (leaseBefore === null || leaseBefore > changedAt))
        violated(`${by} took run ${id} to ${to} while ${holders.get(id)} held it`, [id, by]);
      if (isHeld && !isTaken && holders.get(id) !== by)
        violated(`${by} took run ${id} to ${to}, which ${holders.get(id)} holds`, [id, by]);
      if (token !== tokenBefore) holders.set(id, by);
    }

    return {
      runs(changes) {
        for (const change of changes) look(change);
      },
    };
  },
};
