import { deliveryOf } from './invariants/delivery-of.ts';
import type { Watcher } from './invariants/invariant.ts';
import type { DatabaseEngine } from './parts/database-engine.ts';

/** Counts what was done twice and what got lost, beside the invariants, which only say the first of it. */
export interface Ledger extends Required<Pick<Watcher, 'message' | 'runs'>> {
  /** A change that was acknowledged isn't there. */
  changeLost(): void;
  /** Posts beyond what a slot may have: one, and one more for each time that its owner asked for it. */
  doubled(): number;
  /** Posts without a record, records of posts that never came, and changes that were acknowledged and aren't there. */
  lost(engine: DatabaseEngine): Promise<number>;
}

interface Slot {
  posts: number;
  allowed: number;
  hasRecord: boolean;
}

export function createLedger(): Ledger {
  const slots = new Map<string, Slot>();
  const posts = new Set<string>();
  let lostChanges = 0;

  function slotOf(id: string): Slot {
    const slot = slots.get(id) ?? { posts: 0, allowed: 1, hasRecord: false };
    slots.set(id, slot);
    return slot;
  }

  return {
    message(message) {
      const id = deliveryOf(message);
      if (id === undefined || message.version > 1) return;
      slotOf(id).posts += 1;
      posts.add(message.ts);
    },
    runs(changes) {
      for (const { id, from, to } of changes) {
        if (from === '') slotOf(id).hasRecord = true;
        if (from === 'unknown' && to === 'due') slotOf(id).allowed += 1;
      }
    },
    changeLost() {
      lostChanges += 1;
    },
    doubled: () =>
      [...slots.values()].reduce((sum, { posts: count, allowed }) => sum + Math.max(0, count - allowed), 0),
    async lost(engine) {
      const rows = await engine.committed<{ post_ts: string }>(
        "select post_ts from digest_runs where state = 'posted' and post_ts is not null",
      );
      const unposted = rows.filter(({ post_ts: ts }) => !posts.has(ts)).length;
      const unrecorded = [...slots.values()].filter(({ posts: count, hasRecord }) => count > 0 && !hasRecord).length;
      return unposted + unrecorded + lostChanges;
    },
  };
}
