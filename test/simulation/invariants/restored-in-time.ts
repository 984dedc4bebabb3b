import { RESTORABLE_MS } from '../../../src/digests/restoring.ts';
import type { Invariant } from './invariant.ts';

interface Entry {
  readonly id: string;
  readonly at: number;
  readonly action: string;
  readonly outcome: string;
  readonly details: string;
}

/** A deletion is dated some statements before its entry. */
const UNSURE_MS = 60_000;

/** A digest that was deleted can be restored for ten minutes by the store's clock, and not later. */
export const restoredInTime: Invariant = {
  name: 'a deletion can be undone for ten minutes',
  watch({ violated, committed, marks }) {
    const deletedAt = new Map<string, number>();
    let last = '';

    function lookAtRestore(digest: string, { at, outcome }: Entry, why: unknown): void {
      const afterMs = at - (deletedAt.get(digest) ?? 0);
      const about = [`digest ${digest}`, `digest restore ${digest}`];
      if (outcome === 'done') marks.reach('digest restored');
      if (why === 'too-late') marks.reach('too late to restore');
      if (outcome === 'done' && afterMs > RESTORABLE_MS + UNSURE_MS)
        violated(`digest ${digest} was restored ${afterMs} ms after it was deleted`, about);
      if (why === 'too-late' && afterMs < RESTORABLE_MS - UNSURE_MS)
        violated(`digest ${digest} was said to be gone ${afterMs} ms after it was deleted`, about);
    }

    return {
      async atRest() {
        const entries = await committed<Entry>(
          `select id, at, action, outcome, details from audit
           where id > ? and action in ('digest-delete', 'digest-restore') order by id`,
          [last],
        );
        for (const entry of entries) {
          last = entry.id;
          const { digest, why } = JSON.parse(entry.details);
          if (entry.action === 'digest-restore') lookAtRestore(String(digest), entry, why);
          else if (entry.outcome === 'done') deletedAt.set(String(digest), entry.at);
        }
      },
    };
  },
};
