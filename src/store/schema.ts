import type { ColumnType, Generated, Kysely } from 'kysely';
import type { RunId, RunOrigin, RunReason, RunState } from '../digests/runs.ts';
import type { PauseReason } from '../digests/types.ts';
import type { Role, Subject } from '../followstats/access/rules.ts';
import type { AuditEntry } from '../followstats/audit/audit.ts';
import type { AuditAction } from '../followstats/audit-actions.ts';
import type { FollowEvent, HearingSpan } from '../followstats/events/ports.ts';
import type { ChannelId, PersonId } from '../followstats/ids.ts';
import type { ListName } from '../followstats/typed/list-name.ts';
import type { AccountId } from '../followstats/types.ts';

/** What is changed by one transaction at a time; see `withSubjectLock`. */
export type LockedSubject = 'digests' | 'grants' | 'links' | 'lists' | 'watches';

/**
 * A column of words out of a closed set, as they are written; read, it may hold any word, since a newer version of the app
 * may have written the row. `known-words.ts` reads them.
 */
type Word<Known extends string | null> = ColumnType<string | Extract<Known, null>, Known, Known>;

/**
 * The tables as both engines have them after the last migration. Times are Unix milliseconds. Tables and columns keep the
 * names that they were made with (`turns` holds the locks of subjects, `tell_at` the notices that are due), since a replica
 * of an older version may be running beside this one.
 */
export interface Schema {
  /** One row a subject: who changes the subject updates it first, and so holds its lock. */
  readonly turns: { subject: LockedSubject; taken_at: number };
  /** `subject_id` is empty for everyone. */
  readonly grants: {
    id: string;
    subject_kind: Word<Subject['kind']>;
    subject_id: string;
    role: Word<Role>;
    by: string;
    at: number;
  };
  readonly links: { person_id: PersonId; account: AccountId; by: string; at: number };
  readonly lists: { name: ListName; by: string; at: number };
  /** `position`: the order in which accounts were added. */
  readonly list_accounts: { list: ListName; account: AccountId; position: number };
  /** `details`: JSON. */
  readonly audit: {
    id: string;
    at: number;
    action: Word<AuditAction>;
    actor: PersonId;
    channel_id: ChannelId;
    outcome: Word<AuditEntry['outcome']>;
    details: string;
  };
  /** `spec`: JSON. Those that were deleted stay until their runs are forgotten, so that no id is given twice. */
  readonly digests: {
    id: number;
    owner_id: PersonId;
    spec: string;
    paused_reason: Word<PauseReason | null>;
    paused_at: number | null;
    next_run_at: number;
    created_at: number;
    edited_by: string;
    edited_at: number;
    deleted_at: number | null;
    form_id: string | null;
  };
  /** `marks`: JSON, from the step to `posting` on. */
  readonly digest_runs: {
    id: RunId;
    digest_id: number;
    slot: number;
    origin: Word<RunOrigin>;
    state: Word<RunState>;
    reason: Word<RunReason | null>;
    attempts: number;
    first_tried_at: number | null;
    due_at: number;
    changed_at: number;
    /** Goes up with each claim. */
    token: number;
    /** While `claimed` or `posting`. */
    lease_until: number | null;
    /** When its owner asked for it to be posted again: then it is never too old. */
    again_at: number | null;
    /** When its owner is to be notified; `null`: of nothing, or not any more. */
    tell_at: number | null;
    post_channel_id: ChannelId | null;
    post_ts: string | null;
    post_at: number | null;
    marks: string | null;
  };
  /**
   * As `digests`, and besides: `threads_from`: alerts before it head no thread any more; `token`, `lease_until`: of the latest look;
   * `looked_at`: when that was kept.
   */
  readonly watches: Schema['digests'] & {
    muted_until: number | null;
    threads_from: number;
    token: number;
    lease_until: number | null;
    looked_at: number | null;
  };
  /** `state`: JSON. */
  readonly watch_states: { watch_id: number; account: AccountId; state: string };
  /** As `digest_runs`, of which `digest_id` is the watch, and besides: `content`: JSON; `head_id`: the alert in whose thread it stands. */
  readonly watch_alerts: Schema['digest_runs'] & {
    content: string;
    head_id: RunId | null;
    head_shown: string | null;
  };
  /**
   * `pages`, `notice`: as they were written for whom reads them. `shown`: which view the person was shown last; '' when that isn't
   * known. `claimed_until`: until when a replica is showing them one.
   */
  readonly homes: {
    person_id: PersonId;
    channel_id: ChannelId;
    opened_at: number;
    pages: string;
    notice: string | null;
    notice_until: number | null;
    shown: string;
    claimed_until: number;
  };
  readonly expiring_values: { key: string; value: string; expires_at: number };
  readonly snapshots: { account: AccountId; read_at: number; followers: number; following: number; mutual: number };
  /** What Chat's webhooks reported, under the account that is followed. */
  readonly follow_events: { account: AccountId; at: number; follower: AccountId; kind: Word<FollowEvent['kind']> };
  /** When webhooks could be taken, a row a process; and of what time events are lost. */
  readonly hearing_spans: {
    id: string;
    kind: Word<HearingSpan['kind']>;
    began_at: number;
    ended_at: number;
    events: number;
  };
  /** `times`: as `joining-times.ts` writes them. */
  readonly joining_curves: { account: AccountId; read_at: number; times: string };
  /** A row a Chat command; see `lease-permits.ts` for their names. `free_at`: the moment of the next call that no replica has leased; `leased_at`: when the last were. */
  readonly rate: { budget: Generated<string>; free_at: number; leased_at: Generated<number> };
  /** `calls`: how many Chat last took in one burst. */
  readonly learned_bursts: { command: string; calls: number };
}

/** The store's database or a transaction of it; queries run on either. */
export type Database = Kysely<Schema>;

/** The names of all tables; one that is missing here doesn't compile. */
export const TABLES: Readonly<Record<keyof Schema, true>> = {
  turns: true,
  grants: true,
  links: true,
  lists: true,
  list_accounts: true,
  audit: true,
  digests: true,
  digest_runs: true,
  watches: true,
  watch_states: true,
  watch_alerts: true,
  homes: true,
  expiring_values: true,
  snapshots: true,
  follow_events: true,
  hearing_spans: true,
  joining_curves: true,
  rate: true,
  learned_bursts: true,
};
