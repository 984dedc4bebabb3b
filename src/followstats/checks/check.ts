import type { Follows } from '../relations/ports.ts';
import type { Resolved } from '../reports/resolve.ts';
import type { AccountId, FailedAccount } from '../types.ts';

/** One of the others, and who of the two follows whom. */
export interface CheckRow {
  readonly account: AccountId;
  readonly outcome: Follows | FailedAccount;
}

/** A row that was read. */
export type CheckedRow = CheckRow & { readonly outcome: Follows };

/** Who follows whom of an account and some others. All renderings are made from this. */
export interface Check {
  readonly account: AccountId;
  /** One for each of the others, in the order asked. */
  readonly rows: readonly CheckRow[];
  /** Whether the account itself was named among the others. */
  readonly isItselfNamed: boolean;
  /** Whom the others stand for, and who was named in vain. */
  readonly who: Resolved;
  /** When Chat was asked, Unix milliseconds. */
  readonly askedAt: number;
}

/** Whether it is known of a row. */
export function isChecked(row: CheckRow): row is CheckedRow {
  return row.outcome.kind === 'checked';
}
