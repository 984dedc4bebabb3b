import type { DigestId, PauseReason } from '../../digests/types.ts';
import type { Context } from '../clock.ts';
import { writeAudit } from '../subjects/audit.ts';

/** @returns whether this call paused it; `false` when it was paused, or is gone */
export async function pauseDigest({ db, clock }: Context, id: DigestId, reason: PauseReason): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('digests')
    .set({ paused_reason: reason, paused_at: clock() })
    .where('id', '=', Number(id))
    .where('paused_at', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Pauses a digest that only a person can set right, by the app itself; kept in the audit log. Part of a transaction. */
export async function pauseForGood(context: Context, id: DigestId, reason: PauseReason): Promise<void> {
  if (!(await pauseDigest(context, id, reason))) return;
  await writeAudit(context, {
    action: 'digest-pause',
    actor: 'system',
    channelId: '',
    outcome: 'done',
    details: { digest: id, reason },
  });
}
