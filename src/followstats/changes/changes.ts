import type { Heard } from '../events/outages.ts';
import type { FollowEvent } from '../events/ports.ts';
import type { UnreadRow } from '../reports/report.ts';
import type { Resolved } from '../reports/resolve.ts';
import type { Snapshot } from '../reports/snapshots.ts';
import type { AccountId } from '../types.ts';
import type { Ledger } from './ledger.ts';
import type { ChangeSpan } from './spans.ts';

/** Who came to some accounts and who left them. All renderings are made from this. */
export interface Changes {
  readonly who: Resolved;
  readonly span: ChangeSpan;
  /** When it was asked for, Unix milliseconds. */
  readonly at: number;
  /** Those that were read now and before, in the order asked. */
  readonly ledgers: readonly Ledger[];
  /** Those that were read for the first time. */
  readonly firsts: readonly { readonly account: AccountId; readonly reading: Snapshot }[];
  /** Those that couldn't be read now. */
  readonly unread: readonly UnreadRow[];
  /** Of the time since the earliest opening; without any webhooks the counts alone say something. */
  readonly heard: Heard;
  /** Of a single account, the newest first. */
  readonly newest?: { readonly came: readonly FollowEvent[]; readonly left: readonly FollowEvent[] } | undefined;
  /** Names of those among `newest`, as far as they are known: untrusted text. */
  readonly names: ReadonlyMap<AccountId, string>;
}

/** How many are named of those that came, and of those that left. */
export const NEWEST = 10;
