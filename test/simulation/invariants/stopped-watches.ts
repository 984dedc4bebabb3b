import type { RunChange } from '../parts/database-engine.ts';
import type { Invariant } from './invariant.ts';

interface WatchRow {
  readonly again_at: number | null;
  readonly paused_at: number | null;
  readonly deleted_at: number | null;
  readonly muted_until: number | null;
}

/** A watch that was paused, deleted or muted before finds nothing to tell, and nothing is posted for one that was paused or deleted. */
export const stoppedWatches: Invariant = {
  name: 'a stopped watch tells nothing',
  watch({ committed, violated }) {
    async function look({ id, to, changedAt }: RunChange): Promise<void> {
      const [row] = await committed<WatchRow>(
        `select again_at, paused_at, deleted_at, muted_until
         from watch_alerts join watches on watches.id = digest_id where watch_alerts.id = ?`,
        [id],
      );
      if (!row) return;
      const { again_at: again, paused_at: paused, deleted_at: deleted, muted_until: muted } = row;
      const deed = to === 'due' ? 'is due' : 'is posted';
      if (deleted !== null) violated(`alert ${id} ${deed}, and its watch was deleted before`, [id]);
      // What its owner asks for is posted also while the watch is paused.
      else if (paused !== null && again === null)
        violated(`alert ${id} ${deed}, and its watch was paused before`, [id]);
      // One that is muted while its alert is under way has told before it.
      else if (to === 'due' && muted !== null && muted > changedAt)
        violated(`alert ${id} ${deed}, and its watch was muted before`, [id]);
    }

    return {
      alerts(changes) {
        for (const change of changes)
          if ((change.from === '' && change.to === 'due') || (change.from === 'claimed' && change.to === 'posting'))
            void look(change);
      },
    };
  },
};
