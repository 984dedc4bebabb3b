import { isPause } from '../../../src/digests/delivery/run-rules.ts';
import { isFailReason } from '../../../src/store/digests/run-words.ts';
import type { Invariant } from './invariant.ts';

/** A failure that the next slot would meet as well pauses the digest at once. */
export const permanentFailures: Invariant = {
  name: 'a digest that can’t be posted is paused',
  watch({ violated, committed }) {
    async function look(id: string, digestId: number, reason: string): Promise<void> {
      const [running] = await committed(
        'select id from digests where id = ? and paused_at is null and deleted_at is null',
        [digestId],
      );
      if (running)
        violated(`run ${id} failed by ${reason}, and digest ${digestId} goes on`, [id, `digest ${digestId}`]);
    }
    return {
      runs(changes) {
        for (const { id, digestId, to, from, reason } of changes)
          if (to === 'failed' && from !== to && reason !== null && isFailReason(reason) && isPause(reason))
            void look(id, digestId, reason);
      },
    };
  },
};
