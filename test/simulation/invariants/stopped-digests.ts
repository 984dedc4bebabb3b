import type { RunChange } from '../parts/database-engine.ts';
import type { Invariant, InvariantTools } from './invariant.ts';

interface DigestRow {
  readonly origin: string;
  readonly again_at: number | null;
  readonly paused_at: number | null;
  readonly deleted_at: number | null;
}

/** A resumption is written some statements after the moment from which its next slot counts. */
const WRITTEN_WITHIN_MS = 60_000;

/** Nothing is sent for a digest that was paused or deleted before, and what came meanwhile isn't made up for. */
export const stoppedDigests: Invariant = {
  name: 'a stopped digest posts nothing',
  watch: (tools) => ({
    runs(changes) {
      for (const change of changes) {
        if (change.from === 'claimed' && change.to === 'posting') void lookAtPosting(tools, change);
        if (change.from === '' && (change.to === 'due' || change.to === 'missed')) void lookAtSlot(tools, change);
      }
    },
  }),
};

async function lookAtPosting({ committed, violated }: InvariantTools, { id }: RunChange): Promise<void> {
  const [row] = await committed<DigestRow>(
    'select origin, again_at, paused_at, deleted_at from digest_runs join digests on digests.id = digest_id where digest_runs.id = ?',
    [id],
  );
  if (!row) return;
  // What a person asks for is posted also while the digest is paused.
  if (row.deleted_at !== null) violated(`run ${id} is posted, and its digest was deleted before`, [id]);
  else if (row.paused_at !== null && row.origin === 'schedule' && row.again_at === null)
    violated(`run ${id} is posted, and its digest was paused before`, [id]);
}

async function lookAtSlot({ committed, violated }: InvariantTools, { id, digestId }: RunChange): Promise<void> {
  const [row] = await committed<{ slot: number; resumed: number | null }>(
    `select slot, (select max(at) from audit
       where action in ('digest-resume', 'digest-restore') and outcome = 'done' and details like ?) as resumed
     from digest_runs where id = ? and origin = 'schedule'`,
    [`%"digest":"${digestId}"%`, id],
  );
  if (row && row.resumed !== null && row.slot < row.resumed - WRITTEN_WITHIN_MS)
    violated(`run ${id} is of a slot that passed before its digest was resumed or restored`, [
      id,
      `digest ${digestId}`,
    ]);
}
