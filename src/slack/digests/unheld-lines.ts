import type { UnheldEnd } from '../../digests/delivery/run-rules.ts';

/** What the log says of runs that ended without a holder: how, how many, and the first of them. */
export interface UnheldLine extends Pick<UnheldEnd, 'state' | 'reason'> {
  readonly ended: number;
  /** Their ids, `MOST_NAMED` at most: after weeks without the app there may be thousands. */
  readonly runs: readonly string[];
}

const MOST_NAMED = 20;

/** One line for each way in which some of them ended. */
export function unheldLines(ends: readonly UnheldEnd[]): readonly UnheldLine[] {
  return [...Map.groupBy(ends, ({ state }) => state)].map(([state, alike]) => ({
    state,
    reason: (alike[0] as UnheldEnd).reason,
    ended: alike.length,
    runs: alike.slice(0, MOST_NAMED).map(({ id }) => id),
  }));
}
