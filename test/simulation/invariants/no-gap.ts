import { slotsBetween } from '../../../src/digests/schedule/schedule.ts';
import { DAY } from '../faults/fault.ts';
import type { Invariant } from './invariant.ts';

interface Row {
  readonly id: number;
  readonly spec: string;
  readonly edited_at: number;
  readonly next_run_at: number;
}

const MOST = 100_000;
/** Older ones were looked at before, and are forgotten in time. */
const LOOKED_AT_MS = 30 * DAY;

/** No slot is silently missing: since a digest was last changed by a person, each of its slots has a record. */
export const noGap: Invariant = {
  name: 'every slot has a record',
  watch({ violated, committed, storeNow }) {
    return {
      async atRest() {
        const digests = await committed<Row>(
          'select id, spec, edited_at, next_run_at from digests where paused_at is null and deleted_at is null',
        );
        for (const { id, spec, edited_at: from, next_run_at: to } of digests) {
          const { schedule } = JSON.parse(spec);
          const rows = await committed<{ slot: number }>('select slot from digest_runs where digest_id = ?', [id]);
          const recorded = new Set(rows.map(({ slot }) => slot));
          const slots = slotsBetween(schedule, Math.max(from + 1, storeNow() - LOOKED_AT_MS), to - 1, MOST);
          const missing = slots.find((slot) => !recorded.has(slot));
          if (missing !== undefined)
            violated(`digest ${id} has no record of its slot at ${new Date(missing).toISOString()}`, [`digest ${id}`]);
        }
      },
    };
  },
};
