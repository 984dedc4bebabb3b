import type { ChannelId } from '../ids.ts';
/** What may happen. Changes write theirs in their own transaction; questions one entry each, decision included. */
export const AUDIT_ACTIONS = [
  'help',
  'lookup',
  'refresh',
  'share',
  'csv',
  'shortcut',
  'access',
  'why',
  'grant',
  'revoke',
  'link',
  'unlink',
  'links',
  'list-create',
  'list-add',
  'list-remove',
  'list-delete',
  'list-show',
  /** The form was opened. */
  'digest-new',
  'digest-create',
  'digest-edit',
  'digest-pause',
  'digest-resume',
  'digest-delete',
  /** A post was asked for; the digest's log says what came of it. */
  'digest-run',
  /** What the owner said of a post whose answer was lost. */
  'digest-arrived',
  'digest-post-again',
  'digest-preview',
  /** A field of the form was changed; kept only when it was refused. */
  'digest-form',
  'digest-csv',
  'digest-list',
  'digest-log',
  /** Text that is no command; what it said isn't kept. */
  'wrong',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * Everything the details of an entry may hold, by name. Accounts are named only where an entry would be worth nothing
 * without them, and what Chat says of an account never is. `manifest/README.md` shows this table to operators.
 */
export const AUDIT_DETAILS = {
  rule: 'which rule decided: whose it is, its role, where it comes from; or why none does',
  why: 'why it was refused or failed, in one word or code',
  subject: 'the person, user group or channel that a role was given to, taken from or asked about, by id',
  role: 'the role given',
  before: 'what was there before: a role, or of a link the UserID',
  person: 'the person a link is about, by id',
  account: 'the UserID of a link that was made or taken back',
  list: 'the name of a list',
  asked: 'how many accounts a change of a list named',
  changed: 'how many of them it added or removed',
  size: 'how many accounts the list has since',
  accounts: 'how many accounts a look-up, file, preview or digest is about',
  failed: 'how many of them could not be read',
  digest: 'the number of a digest',
  run: 'the delivery id of a post',
  reason: 'why a digest was paused, in one word or code',
  channel: 'where a digest is posted, by id',
  lists: 'the names of the lists of a digest',
  schedule: 'its times, as a cron line',
  zone: 'its time zone',
} as const satisfies Readonly<Record<string, string>>;

export type AuditDetails = Readonly<Partial<Record<keyof typeof AUDIT_DETAILS, string | number>>>;

export interface AuditEntry {
  readonly action: AuditAction;
  /** Who did it, a Slack person id; `system` for what the app does by itself. */
  readonly actor: string;
  /** Where, a Slack conversation id; empty where there is none. */
  readonly channelId: ChannelId;
  /**
   * `allowed` and `refused` are decisions; `done` and `failed` say how something ended that was allowed. What ends later
   * than its entry is written is `allowed`: a form that opens, a post that was asked for.
   */
  readonly outcome: 'allowed' | 'refused' | 'done' | 'failed';
  readonly details: AuditDetails;
}

/** As the log has it: another version of the app may have written actions, outcomes and details that this one doesn't know. */
export interface AuditRecord extends Omit<AuditEntry, 'action' | 'outcome' | 'details'> {
  readonly action: string;
  readonly outcome: string;
  readonly details: Readonly<Record<string, string | number>>;
  readonly id: string;
  /** Unix milliseconds, by the store's clock. */
  readonly at: number;
}

/** The append-only record of who did what. */
export interface Audit {
  append(entry: AuditEntry): Promise<void>;
  /** Oldest first. @param since Unix milliseconds, inclusive */
  read(since: number): AsyncIterable<AuditRecord>;
  /** Forgets what is older than the retention, a day at least. @returns how many were forgotten */
  prune(retentionMs: number): Promise<number>;
}
