import type { Snapshot } from '../reports/snapshots.ts';
import type { AccountId } from '../types.ts';

/** How one account's followers came from one number to another: opening + came − left + unexplained = closing, always. */
export interface Ledger {
  readonly account: AccountId;
  /** The last reading at or before the span's beginning, else the first in it. */
  readonly opening: Snapshot;
  /** What was read when it was asked for; later than the opening. */
  readonly closing: Snapshot;
  /** Followers that came and left after the opening and until the closing, as webhooks reported. A follower may have done both. */
  readonly came: number;
  readonly left: number;
}

/** The followers that a ledger has more, or fewer, than came and left: what no event tells of. */
export function unexplainedOf({ opening, closing, came, left }: Omit<Ledger, 'account'>): number {
  return closing.followers - opening.followers - came + left;
}

/** Several ledgers as one. */
export interface LedgerSum {
  readonly opening: number;
  readonly came: number;
  readonly left: number;
  readonly unexplained: number;
  readonly closing: number;
}

/** Adds ledgers up; for the sum the same holds as for each. */
export function sumLedgers(ledgers: readonly Ledger[]): LedgerSum {
  const sum = (numberOf: (ledger: Ledger) => number) => ledgers.reduce((all, one) => all + numberOf(one), 0);
  return {
    opening: sum(({ opening }) => opening.followers),
    came: sum(({ came }) => came),
    left: sum(({ left }) => left),
    unexplained: sum(unexplainedOf),
    closing: sum(({ closing }) => closing.followers),
  };
}
