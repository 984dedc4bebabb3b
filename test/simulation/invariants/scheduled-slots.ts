import { slotsBetween } from '../../../src/digests/schedule/schedule.ts';
import type { Invariant } from './invariant.ts';

interface Row {
  readonly slot: number;
  readonly spec: string;
}

/** Only what the schedule says comes by itself: a digest that was edited goes by its new schedule at once. */
export const scheduledSlots: Invariant = {
  name: 'slots are those of the schedule',
  watch({ violated, committed }) {
    async function look(id: string): Promise<void> {
      const [row] = await committed<Row>(
        `select slot, spec from digest_runs join digests on digests.id = digest_id
         where digest_runs.id = ? and origin = 'schedule'`,
        [id],
      );
      if (row && slotsBetween(JSON.parse(row.spec).schedule, row.slot, row.slot, 1).length === 0)
        violated(`run ${id} is of no slot of its digest’s schedule`, [id]);
    }
    return {
      runs(changes) {
        for (const { id, from } of changes) if (from === '') void look(id);
      },
    };
  },
};
