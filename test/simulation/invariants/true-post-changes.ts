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
    /** Of each digest what its last posts said of the followers of each account, the newest first; `undefined`: nothing. */
    const told = new Map<string, Map<string, readonly (number | undefined)[]>>();
    /** Digests of which a person said that a post arrived, which they may be wrong in, or had an older slot posted again. */
    const unsure = new Set<string>();
    return {
      runs(changes) {
        for (const { id, from, to, reason } of changes)
          if (from === 'unknown' && to !== 'unknown' && reason !== 'found') unsure.add(digestOf(id));
      },
      message(message) {
        const run = deliveryOf(message);
        if (run === undefined || message.version > 1) return;
        const before = told.get(digestOf(run)) ?? new Map<string, readonly (number | undefined)[]>();
        const rows = new Map(readToldRows(message.text).map((row) => [row.account, row]));
        const accounts = new Set([...before.keys(), ...rows.keys()]);
        const followers = (account: string) => rows.get(account)?.counts.followers;
        const after = [...accounts].map(
          (account) => [account, [followers(account), ...(before.get(account) ?? [])].slice(0, COMPARED)] as const,
        );
        told.set(digestOf(run), new Map(after));
        if (unsure.has(digestOf(run))) return;
        for (const { account, counts, change } of rows.values()) {
          const known = before.get(account) ?? [];
          if (change?.since !== LAST_POST || known.length === 0 || known.includes(undefined)) continue;
          const base = counts.followers - change.by;
          if (!known.includes(base))
            violated(`${account} was never posted with ${base} followers, and now with ${change.by} more`, [run]);
        }
      },
    };
  },
};
