import { useState } from 'preact/hooks';
import type { Arrival, Moved } from '../page-server/page-state.ts';
import { letAppBeDown, moveClock, moveToNextDigest } from './api.ts';

/** What came of the last move. */
export type ClockOutcome =
  | { readonly kind: 'moved'; readonly arrivals: readonly Arrival[] }
  | { readonly kind: 'failed'; readonly errorText: string };

/** The ways to move the demo's clock. One move at a time: further clicks do nothing meanwhile. None rejects. */
export interface ClockMoves {
  readonly isMoving: boolean;
  /** Undefined until the first move, and while one is under way. */
  readonly outcome: ClockOutcome | undefined;
  readonly toNextDigest: () => Promise<void>;
  /** @param byMs milliseconds */
  readonly forward: (byMs: number) => Promise<void>;
  /** @param byMs milliseconds */
  readonly beDown: (byMs: number) => Promise<void>;
}

export function useClockMoves(): ClockMoves {
  const [isMoving, setMoving] = useState(false);
  const [outcome, setOutcome] = useState<ClockOutcome>();

  const run = async (move: () => Promise<Moved>): Promise<void> => {
    if (isMoving) return;
    setMoving(true);
    setOutcome(undefined);
    try {
      const { arrivals } = await move();
      setOutcome({ kind: 'moved', arrivals });
    } catch (error) {
      setOutcome({ kind: 'failed', errorText: error instanceof Error ? error.message : String(error) });
    }
    setMoving(false);
  };
  return {
    isMoving,
    outcome,
    toNextDigest: () => run(moveToNextDigest),
    forward: (byMs) => run(() => moveClock({ byMs })),
    beDown: (byMs) => run(() => letAppBeDown({ byMs })),
  };
}
