import { alertOf } from './alert-of.ts';
import type { Invariant } from './invariant.ts';
import { settled } from './settled.ts';

interface Row {
  readonly id: string;
  readonly state: string;
  readonly post_ts: string | null;
}

/** A slot may come in the moment that is looked at. */
const UNDER_WAY_MS = 10 * 60_000;

/** Once nothing fails any more, every alert comes to an end, every watch is looked at, and what the app says of an alert is true. */
export const alertsSettled: Invariant = {
  name: settled.name,
  watch({ violated, committed, storeNow, messages }) {
    return {
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
