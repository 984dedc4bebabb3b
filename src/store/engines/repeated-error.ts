import { sql } from 'kysely';
import { isUnknownError, toRepeated } from '../../digests/delivery/permanent-errors.ts';
import type { Claim } from '../../digests/ports.ts';
import type { FailReason } from '../../digests/types.ts';
import type { JobContext } from '../clock.ts';
import { lockDigest } from '../digests/lock-digest.ts';

/** Scheduled slots in a row that Slack refuses by codes that aren't known to stay; with the last of them the digest is paused. */
const MOST_REFUSALS = 3;

/**
 * Locks a failed run's digest, and says why the run failed: an unknown refusal of a scheduled slot is a repeated one when the
 * slots before it were refused, too, as `Runs.finish` says. Part of a transaction.
 */
export async function failReasonOf(
  context: JobContext,
  { run, digest }: Claim,
  reason: FailReason,
): Promise<FailReason> {
  const locked = await lockDigest(context, digest.id);
  if (!locked || run.origin !== 'schedule' || !isUnknownError(reason)) return reason;
  const before = await context.db
    .selectFrom('digest_runs')
    .select('state')
    .where('digest_id', '=', Number(digest.id))
    .where('origin', '=', 'schedule')
    .where('slot', '<', run.slot)
    .where('changed_at', '>=', locked.editedAt)
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['posted', 'unknown']),
        eb.and([eb('state', '=', 'failed'), sql<boolean>`reason like 'slack-refused%'`]),
      ]),
    )
    .orderBy('slot', 'desc')
    .limit(MOST_REFUSALS - 1)
    .execute();
  const areRefused = before.length === MOST_REFUSALS - 1 && before.every(({ state }) => state === 'failed');
  return areRefused ? toRepeated(reason) : reason;
}
