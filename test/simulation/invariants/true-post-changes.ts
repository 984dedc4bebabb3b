import { deliveryOf } from './delivery-of.ts';
import type { Invariant } from './invariant.ts';
import { LAST_POST, readToldRows } from './told-rows.ts';

/** The last post is known only when its record is written; meanwhile the one before it counts as the last. */
const COMPARED = 3;

const digestOf = (run: string): string => run.replace(/-.*/, '');

/** A change since the last post goes back to what one of the digest's last posts said. */
export const truePostChanges: Invariant = {
  name: 'changes in posts add up',
  watch({ violated }) {
    /** Of each digest and account the followers in its last posts, the newest first. */
    const told = new Map<string, readonly number[]>();
    /** Digests of which a person said that a post arrived: they may be wrong, and the app believes them. */
    const unsure = new Set<string>();
    return {
      runs(changes) {
        for (const { id, from, to, reason } of changes)
          if (from === 'unknown' && to === 'posted' && reason !== 'found') unsure.add(digestOf(id));
      },
      message(message) {
        const run = deliveryOf(message);
        if (run === undefined || message.version > 1) return;
        for (const { account, counts, change } of readToldRows(message.text)) {
          const key = `${digestOf(run)} ${account}`;
          const before = told.get(key) ?? [];
          told.set(key, [counts.followers, ...before].slice(0, COMPARED));
          if (change?.since !== LAST_POST || unsure.has(digestOf(run))) continue;
          const base = counts.followers - change.by;
          if (before.length > 0 && !before.includes(base))
            violated(`${account} was never posted with ${base} followers, and now with ${change.by} more`, [run]);
        }
      },
    };
  },
};
