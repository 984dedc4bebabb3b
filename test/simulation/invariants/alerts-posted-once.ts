import { alertOf } from './alert-of.ts';
import type { Invariant } from './invariant.ts';
import { postedOnce } from './posted-once.ts';

/** An alert has at most one post, and one more for each time that its owner asked for it. */
export const alertsPostedOnce: Invariant = {
  name: postedOnce.name,
  watch({ violated }) {
    const posts = new Map<string, number>();
    const again = new Map<string, number>();
    return {
      alerts(changes) {
        for (const { id, from, to } of changes)
          if (from === 'unknown' && to === 'due') again.set(id, (again.get(id) ?? 0) + 1);
      },
      message(message) {
        const id = alertOf(message);
        if (id === undefined || message.version > 1) return;
        const count = (posts.get(id) ?? 0) + 1;
        posts.set(id, count);
        if (count > 1 + (again.get(id) ?? 0)) violated(`alert ${id} was posted ${count} times`, [id]);
      },
    };
  },
};
