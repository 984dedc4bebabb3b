import type { Failure } from '../errors.ts';
import type { AccountId, Lookup } from '../followstats/types.ts';
import type { Slot } from './budget/rate-budget.ts';

/** What belongs to one batch on its way to Chat. */
export interface Ask {
  /** The leave for the first call; later ones (repeats, hedges, halves) ask for their own. */
  readonly slot?: Slot | undefined;
  /**
   * Whether anybody still waits for any of it. Looked at before anything is asked again; a call under way has its own
   * time limit and counts with Chat anyway, so it isn't cut off.
   */
  readonly isWanted?: (() => boolean) | undefined;
  /** Told what each attempt ran into while others may follow: whoever gives up meanwhile wants to know. */
  readonly onError?: ((failure: Failure) => void) | undefined;
}

/**
 * Asks for one batch, at most 20 accounts, each once. Answers in the order asked, one for each; throws `AppError` only when
 * nothing could be asked at all.
 */
export type AskBatch = (accounts: readonly AccountId[], ask?: Ask) => Promise<readonly Lookup[]>;
