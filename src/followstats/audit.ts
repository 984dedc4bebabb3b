/** What happened. Changes write theirs in their own transaction; questions one entry each, decision included. */
export type AuditAction =
  | 'help'
  | 'lookup'
  | 'refresh'
  | 'share'
  | 'csv'
  | 'shortcut'
  | 'access'
  | 'why'
  | 'grant'
  | 'revoke'
  | 'link'
  | 'unlink'
  | 'links'
  | 'list-create'
  | 'list-add'
  | 'list-remove'
  | 'list-delete'
  | 'list-show'
  /** The form was opened. */
  | 'digest-new'
  | 'digest-create'
  | 'digest-edit'
  | 'digest-pause'
  | 'digest-resume'
  | 'digest-delete'
  | 'digest-run'
  /** What the owner said of a post whose answer was lost. */
  | 'digest-arrived'
  | 'digest-post-again'
  | 'digest-preview'
  /** A field of the form was changed; kept only when it was refused. */
  | 'digest-form'
  | 'digest-csv'
  | 'digest-list'
  | 'digest-log'
  /** Text that is no command; what it said isn't kept. */
  | 'wrong';

export interface AuditEntry {
  readonly action: AuditAction;
  /** Who did it, a Slack person id; `system` for what the app does by itself. */
  readonly actor: string;
  /** Where, a Slack conversation id; empty where there is none. */
  readonly channelId: string;
  /** `allowed` and `refused` are decisions; `done` and `failed` how something ended that was allowed. */
  readonly outcome: 'allowed' | 'refused' | 'done' | 'failed';
  /** Which rule decided, whom or what a change was about, how many accounts were asked and failed: never counts of followers. */
  readonly details: Readonly<Record<string, string | number>>;
}

export interface AuditRecord extends AuditEntry {
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
