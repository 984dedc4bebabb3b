import type { AccountId, Lookup } from '../followstats/types.ts';
import type { Slot } from './rate-budget.ts';

/** What belongs to one batch on its way to Chat. */
export interface Ask {
  /** The leave for the first call; later ones (repeats, hedges, halves) ask for their own. */
  readonly slot?: Slot | undefined;
  /** Aborts when nobody waits for any of it any more. */
  readonly signal?: AbortSignal | undefined;
}

/** Asks for one batch, at most 20 accounts; the contract is that of `LookupMany`. */
export type AskBatch = (accounts: readonly AccountId[], ask?: Ask) => Promise<ReadonlyMap<AccountId, Lookup>>;
