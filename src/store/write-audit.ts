import { randomUUIDv7 } from 'node:crypto';
import type { AuditEntry } from '../followstats/audit/audit.ts';
import type { Context } from './clock.ts';

/** Adds entries to the audit log, in this order, within the caller's transaction if there is one. Rejects as the database does. */
export async function writeAudit({ db, clock }: Context, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  // They are of one moment, and their ids say which came first.
  const ids = entries.map(() => randomUUIDv7()).sort();
  const rows = entries.map(({ action, actor, channelId, outcome, details }, n) => ({
    ...{ id: ids[n] as string, at: clock(), action, actor },
    ...{ channel_id: channelId ?? '', outcome, details: JSON.stringify(details) },
  }));
  await db.insertInto('audit').values(rows).execute();
}
