import type { Generated, Kysely } from 'kysely';
import type { Role, Subject } from '../followstats/access.ts';
import type { AuditAction, AuditEntry } from '../followstats/audit.ts';
import type { ListName } from '../followstats/lists.ts';
import type { AccountId } from '../followstats/types.ts';

/** What takes turns to be changed; see `inTurn`. */
export type Turn = 'grants' | 'links' | 'lists';

/** The tables as both engines have them after the last migration. Times are Unix milliseconds. */
export interface Schema {
  readonly turns: { subject: Turn; taken_at: number };
  /** `subject_id` is empty for everyone. */
  readonly grants: {
    id: string;
    subject_kind: Subject['kind'];
    subject_id: string;
    role: Role;
    by: string;
    at: number;
  };
  readonly links: { person_id: string; account: AccountId; by: string; at: number };
  readonly lists: { name: ListName; by: string; at: number };
  /** `position`: the order added. */
  readonly list_accounts: { list: ListName; account: AccountId; position: number };
  /** `details`: JSON. */
  readonly audit: {
    id: string;
    at: number;
    action: AuditAction;
    actor: string;
    channel_id: string;
    outcome: AuditEntry['outcome'];
    details: string;
  };
  readonly snapshots: { account: AccountId; read_at: number; followers: number; following: number; mutual: number };
  /** One row, `upstream`. `free_at`: the moment of the next call that nobody has leased. */
  readonly rate: { budget: Generated<string>; free_at: number };
}

export type Database = Kysely<Schema>;
