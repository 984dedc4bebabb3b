import { deliveryOf } from './delivery-of.ts';
import type { Invariant } from './invariant.ts';

/** Where the log says that a run was posted, its post is in a channel. */
export const trueLog: Invariant = {
  name: 'the log is true',
  watch({ violated }) {
    const posted = new Set<string>();
    return {
      message(message) {
        const id = deliveryOf(message);
        if (id !== undefined) posted.add(id);
      },
      log({ msg, run, state }, _, by) {
        if (msg !== 'digest run' || typeof run !== 'string') return;
        if (state === 'posted' && !posted.has(run)) violated(`the log says that run ${run} was posted`, [run, by]);
      },
    };
  },
};
