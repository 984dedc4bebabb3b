import { sql } from 'kysely';
import type { OverdueRuns } from '../../digests/run-ports.ts';
import { type Context, readNow } from '../clock.ts';
import { KNOWN_ORIGINS } from './run-words.ts';

/**
 * Reads which posts of digests should have come by now: slots that are not planned yet, and runs that wait or are tried again. Those of
 * paused digests don't count. Rejects as the database does.
 */
export async function readOverdue({ db, clock }: Context): Promise<OverdueRuns> {
  const now = await readNow({ db, clock });
  const active = db.selectFrom('digests').where('paused_at', 'is', null).where('deleted_at', 'is', null);
  const unplanned = await active
    .where('next_run_at', '<', now)
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min<number | null>('next_run_at').as('since')])
    .executeTakeFirstOrThrow();
  // When its owner asked for it again, it is due since then.
  const dueSince = sql<number>`coalesce(again_at, slot)`;
  const open = await db
    .selectFrom('digest_runs')
    .where('state', 'in', ['due', 'claimed'])
    .where('origin', 'in', KNOWN_ORIGINS)
    .where(dueSince, '<', now)
    .where('digest_id', 'in', active.select('id'))
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min<number | null>(dueSince).as('since')])
    .executeTakeFirstOrThrow();
  const since = [unplanned.since, open.since].filter((at) => at !== null);
  return { count: unplanned.count + open.count, lateMs: since.length > 0 ? now - Math.min(...since) : 0 };
}
