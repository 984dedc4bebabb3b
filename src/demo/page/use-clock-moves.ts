import { useState } from 'preact/hooks';
import type { Arrival, Moved } from '../page-server/page-state.ts';
import { DemoGone, letAppBeDown, moveClock, moveToNextDigest } from './api.ts';

/** What came of the last move. */
export type ClockOutcome =
  | { readonly kind: 'moved'; readonly arrivals: readonly Arrival[] }
  | { readonly kind: 'failed'; readonly errorText: string };

/** The ways to move the demo's clock. One move at a time: further clicks do nothing meanwhile. None rejects. */
export interface ClockMoves {
  readonly isMoving: boolean;
  /** Undefined until the first move, and while one is under way. */
  readonly outcome: ClockOutcome | undefined;
  /** Resolves with what came; with nothing where it failed. */
  readonly toNextDigest: () => Promise<readonly Arrival[]>;
  /** @param byMs milliseconds */
  readonly forward: (byMs: number) => Promise<unknown>;
  /** @param byMs milliseconds */
  readonly beDown: (byMs: number) => Promise<unknown>;
}

export function useClockMoves(): ClockMoves {
  const [isMoving, setMoving] = useState(false);
  const [outcome, setOutcome] = useState<ClockOutcome>();

  const run = async (move: () => Promise<Moved>): Promise<readonly Arrival[]> => {
    if (isMoving) return [];
    let came: readonly Arrival[] = [];
    setMoving(true);
    setOutcome(undefined);
    try {
      ({ arrivals: came } = await move());
      setOutcome({ kind: 'moved', arrivals: came });
    } catch (error) {
      // The page says so on top of everything, for as long as it is so.
      if (!(error instanceof DemoGone))
        setOutcome({ kind: 'failed', errorText: error instanceof Error ? error.message : String(error) });
    }
    setMoving(false);
    return came;
  };
  return {
    isMoving,
    outcome,
    toNextDigest: () => run(moveToNextDigest),
    forward: (byMs) => run(() => moveClock({ byMs })),
    beDown: (byMs) => run(() => letAppBeDown({ byMs })),
  };
}
