import type { AuditAction } from '../audit-actions.ts';
import type { ChannelId } from '../ids.ts';
import type { AuditDetails, AuditOutcome } from './details.ts';

/**
 * One thing that was done or denied. A change writes its entry in its own transaction; every other command writes one, with the
 * decision that let it in.
 */
export interface AuditEntry {
  readonly action: AuditAction;
  /** Who did it, a Slack person id; `system` for what the app does by itself. */
  readonly actor: string;
  /** Where, a Slack conversation id; `undefined` where there is none. */
  readonly channelId: ChannelId | undefined;
  readonly outcome: AuditOutcome;
  readonly details: AuditDetails;
}

/** As the log has it: another version of the app may have written actions, outcomes and details that this one doesn't know. */
export interface AuditRecord {
  readonly action: string;
  readonly actor: string;
  /** Empty where there is none. */
  readonly channelId: ChannelId;
  readonly outcome: string;
  readonly details: Readonly<Record<string, string | number>>;
  readonly id: string;
  /** Unix milliseconds, by the store's clock. */
  readonly at: number;
}

/** The append-only record of who did what. Each function rejects with `store_unavailable` when the store can't be used. */
export interface Audit {
  /** Keeps entries, at most 1,000, in one write: all of them or none. */
  append(entries: readonly AuditEntry[]): Promise<void>;
  /** The last entries, newest first. @param without actions whose entries are left out */
  latest(count: number, without?: readonly AuditAction[]): Promise<readonly AuditRecord[]>;
  /** Oldest first. @param since Unix milliseconds, inclusive */
  read(since: number): AsyncIterable<AuditRecord>;
  /** Forgets what is older than the retention, a day at least. @returns how many were forgotten */
  prune(retentionMs: number): Promise<number>;
}
