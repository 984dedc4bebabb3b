import { deliveryOf } from './delivery-of.ts';
import type { Invariant } from './invariant.ts';

/** A slot has at most one post, and one more for each time that its owner asked for it. */
export const postedOnce: Invariant = {
  name: 'no slot is posted twice',
  watch({ violated, committed }) {
    const posts = new Map<string, number>();
    const again = new Map<string, number>();
    return {
      runs(changes) {
        for (const { id, from, to } of changes)
          if (from === 'unknown' && to === 'due') again.set(id, (again.get(id) ?? 0) + 1);
      },
      message(message) {
        const id = deliveryOf(message);
        if (id === undefined || message.version > 1) return;
        const count = (posts.get(id) ?? 0) + 1;
        posts.set(id, count);
        if (count > 1 + (again.get(id) ?? 0)) violated(`run ${id} was posted ${count} times`, [id]);
        // Committed before Slack was called, by the holder that calls it.
        void committed<{ state: string }>('select state from digest_runs where id = ?', [id]).then(([run]) => {
          // A post that was long on its way may come when its run is settled already; it is counted above all the same.
          if (run === undefined) violated(`run ${id} was posted and has no record`, [id]);
          else if (!['posting', 'unknown', 'posted'].includes(run.state))
            violated(`run ${id} was posted while it was ${run.state}`, [id]);
        });
      },
    };
  },
};
