import type { Invariant } from './invariant.ts';

/** A replica that is stopped finishes what it posts and gives back the rest, unless the store failed it. */
export const cleanStops: Invariant = {
  name: 'a stop leaves no run behind',
  watch({ violated }) {
    const held = new Map<string, string>();
    return {
      runs(changes) {
        for (const { id, to, token, tokenBefore, by } of changes) {
          if (token !== tokenBefore) held.set(id, by);
          if (to !== 'claimed' && to !== 'posting') held.delete(id);
        }
      },
      log({ msg }, _, by) {
        // By then it may have claimed without knowing it, or be unable to give back.
        if (msg !== 'digests were held up') return;
        for (const [id, holder] of held) if (holder === by) held.delete(id);
      },
      stopped(by) {
        const left = [...held].find(([, holder]) => holder === by);
        if (left) violated(`${by} has stopped and left run ${left[0]}`, [left[0], by]);
      },
    };
  },
};
