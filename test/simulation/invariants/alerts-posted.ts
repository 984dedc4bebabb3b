import { alertOf } from './alert-of.ts';
import type { Invariant } from './invariant.ts';

interface Row {
  readonly id: string;
  readonly state: string;
  readonly post_ts: string | null;
}

/** A slot may come in the moment that is looked at. */
const UNDER_WAY_MS = 10 * 60_000;

/** An alert has at most one post, and one more for each time that its owner asked for it; once nothing fails its record is true. */
export const alertsPosted: Invariant = {
  name: 'an alert is posted once, and its record is true',
  watch({ violated, committed, storeNow, messages }) {
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
      async atRest() {
        const before = storeNow() - UNDER_WAY_MS;
        for (const { id, state } of await committed<Row>(
          `select id, state from watch_alerts
           where (state = 'due' and due_at < ?) or (state in ('claimed', 'posting') and changed_at < ?)`,
          [before, before],
        ))
          violated(`alert ${id} is still ${state}`, [id]);
        for (const { id } of await committed<{ id: number }>(
          `select id from watches where paused_at is null and deleted_at is null
             and (next_run_at < ? or lease_until < ?)`,
          [before, before],
        ))
          violated(`watch ${id} is due, and nobody looks at it`, [`watch ${id}`]);
        const seen = new Map<string, string>();
        const all = messages();
        for (const message of all) {
          const id = alertOf(message);
          if (id !== undefined) seen.set(message.ts, id);
        }
        const oldest = all[0]?.ts ?? '';
        for (const { id, post_ts: ts } of await committed<Row>(
          "select id, post_ts from watch_alerts where state = 'posted' and post_ts is not null",
        ))
          if (ts !== null && ts >= oldest && seen.get(ts) !== id)
            violated(`alert ${id} is kept as posted, and isn’t in its channel`, [id]);
      },
    };
  },
};
