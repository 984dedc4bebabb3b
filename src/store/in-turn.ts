import type { Asker } from '../followstats/access/rules.ts';
import type { AuditEntry } from '../followstats/audit/audit.ts';
import type { Context } from './clock.ts';
import type { Database, Turn } from './schema.ts';
import { writeAudit } from './subjects/audit.ts';

/** What became of a change, and what the audit log says of it. */
export interface Changed<Result> extends Pick<AuditEntry, 'action' | 'outcome' | 'details'> {
  readonly result: Result;
}

/**
 * One change as one transaction, its audit entry in it. Changes of one subject take turns over all replicas, by the lock
 * of the row they update first: what a change has read stays true until it is written. Read committed, so that it reads
 * what was written while it waited.
 */
export function inTurn<Result>(
  { db, clock }: Context,
  subject: Turn,
  by: Asker,
  change: (trx: Database) => Promise<Changed<Result>>,
): Promise<Result> {
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (trx) => {
      await trx.updateTable('turns').set({ taken_at: clock() }).where('subject', '=', subject).execute();
      const { result, ...entry } = await change(trx);
      await writeAudit({ db: trx, clock }, { ...entry, actor: by.personId, channelId: by.channelId });
      return result;
    });
}
