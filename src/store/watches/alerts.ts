import type { Alerts } from '../../digests/watches/ports.ts';
import type { WatchId } from '../../digests/watches/types.ts';
import type { JobContext } from '../clock.ts';
import { createClaiming } from '../digests/claim-runs.ts';
import { createPendingNotices } from '../digests/pending-notices.ts';
import { createRunLog } from '../digests/run-log.ts';
import { createSteps } from '../digests/run-steps.ts';
import { createUnknownRuns } from '../digests/unknown-runs.ts';
import type { Signal } from '../signal.ts';
import { readContent, WATCH_ROWS } from './watch-rows.ts';
import { onWatchTables } from './watch-tables.ts';

/** @param signal notified when a person makes an alert due again */
export function createAlerts(context: JobContext, signal: Pick<Signal, 'notify'>): Alerts {
  const { db } = context;
  const inAlerts = { ...context, db: onWatchTables(db), poster: WATCH_ROWS };
  const log = createRunLog(inAlerts);

  return {
    ...createClaiming(inAlerts),
    ...createSteps(inAlerts),
    ...createUnknownRuns(inAlerts, signal),
    ...createPendingNotices(inAlerts),
    read: log.read,
    async latest() {
      const runs = await log.latest();
      return new Map([...runs].map(([id, run]) => [id as string as WatchId, run]));
    },
    async prune(retentionMs, keep) {
      // Of a watch that was deleted for good nothing is left to tell of; its row goes with its alerts.
      await db
        .deleteFrom('watch_states')
        .where('watch_id', 'not in', (eb) => eb.selectFrom('watches').select('id').where('deleted_at', 'is', null))
        .execute();
      return log.prune(retentionMs, keep);
    },
    async content(id) {
      const row = await db.selectFrom('watch_alerts').select('content').where('id', '=', id).executeTakeFirst();
      return row && readContent(row.content);
    },
    async head(id) {
      const row = await db
        .selectFrom('watch_alerts')
        .innerJoin('watches', 'watches.id', 'watch_alerts.digest_id')
        .select([
          'watch_alerts.id',
          'watch_alerts.content',
          'watch_alerts.post_channel_id',
          'watch_alerts.post_ts',
          'watch_alerts.post_at',
          'watch_alerts.head_shown',
        ])
        .where('watch_alerts.digest_id', '=', Number(id))
        .where('watch_alerts.state', '=', 'posted')
        .where('watch_alerts.head_id', 'is', null)
        .where('watch_alerts.post_ts', 'is not', null)
        .whereRef('watch_alerts.slot', '>=', 'watches.threads_from')
        .orderBy('watch_alerts.slot', 'desc')
        .executeTakeFirst();
      const content = row && readContent(row.content);
      if (!content) return undefined;
      const { id: run, post_channel_id: channelId, post_ts: ts, post_at: at, head_shown: shown } = row;
      if (channelId === null || ts === null || at === null) return undefined;
      return { run, content, post: { channelId, ts, at }, shown: shown ?? undefined };
    },
    async join({ run, token }, head) {
      const { numUpdatedRows } = await db
        .updateTable('watch_alerts')
        .set({ head_id: head ?? null })
        .where('id', '=', run.id)
        .where('token', '=', token)
        .where('state', '=', 'claimed')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async threadOf(id) {
      const row = await db
        .selectFrom('watch_alerts')
        .innerJoin('watch_alerts as head', 'head.id', 'watch_alerts.head_id')
        .select('head.post_ts')
        .where('watch_alerts.id', '=', id)
        .executeTakeFirst();
      return row?.post_ts ?? undefined;
    },
    async markShown(head, shown) {
      await db.updateTable('watch_alerts').set({ head_shown: shown }).where('id', '=', head).execute();
    },
  };
}
