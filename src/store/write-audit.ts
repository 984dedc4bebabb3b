import { randomUUIDv7 } from 'node:crypto';
import type { AuditEntry } from '../followstats/audit/audit.ts';
import type { Context } from './clock.ts';

/** Adds one entry to the audit log, within the caller's transaction if there is one. Rejects as the database does. */
export async function writeAudit({ db, clock }: Context, entry: AuditEntry): Promise<void> {
  const { action, actor, channelId, outcome } = entry;
  const details = JSON.stringify(entry.details);
  await db
    .insertInto('audit')
    .values({ id: randomUUIDv7(), at: clock(), action, actor, channel_id: channelId ?? '', outcome, details })
    .execute();
}
