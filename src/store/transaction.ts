import type { Asker } from '../followstats/access/rules.ts';
import type { AuditEntry } from '../followstats/audit/audit.ts';
import type { Context } from './clock.ts';
import type { Database, LockedSubject } from './schema.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Runs some work as one transaction, which is rolled back when the work rejects. Read committed, so that a statement that
 * waited for a row sees what was written meanwhile.
 * @returns what the work resolves to, once it is committed
 */
export function inTransaction<Of extends Context, Result>(
  context: Of,
  work: (inside: Of) => Promise<Result>,
): Promise<Result> {
  return context.db
    .transaction()
    .setIsolationLevel('read committed')
    .execute((db: Database) => work({ ...context, db }));
}

/** The name in the audit log of what the app does by itself. */
export const SYSTEM: Asker = { personId: 'system', channelId: undefined };

/** What became of a change, and what the audit log says of it. */
export interface Changed<Result> extends Pick<AuditEntry, 'action' | 'outcome' | 'details'> {
  readonly result: Result;
}

/**
 * Makes one change as one transaction, its audit entry included. Changes of one subject come one after the other over all
 * replicas, by the lock of the subject's row, which is updated first: what a change has read stays true until it is written.
 * @returns the change's result, once it is committed
 */
export async function withSubjectLock<Result>(
  context: Context,
  subject: LockedSubject,
  by: Asker,
  change: (trx: Database) => Promise<Changed<Result>>,
): Promise<Result> {
  const { result, isDone } = await inTransaction(context, async (inside) => {
    const { db, clock } = inside;
    await db.updateTable('turns').set({ taken_at: clock() }).where('subject', '=', subject).execute();
    const { result, ...entry } = await change(db);
    await writeAudit(inside, [{ ...entry, actor: by.personId, channelId: by.channelId }]);
    return { result, isDone: entry.outcome !== 'failed' };
  });
  if (isDone) await context.onChanged?.();
  return result;
}
