import { IDLE_WAIT_MS } from '../kernel/pace.ts';
import { deliveryOf } from './delivery-of.ts';
import type { Invariant } from './invariant.ts';

interface Row {
  readonly id: string;
  readonly state: string;
  readonly post_ts: string | null;
  readonly tell_at: number | null;
  readonly changed_at: number;
}

/** A slot may come in the moment that is looked at. */
const UNDER_WAY_MS = 10 * 60_000;

/** Once nothing fails any more, every slot comes to an end, and what the app says of it is true. */
export const settled: Invariant = {
  name: 'every slot is settled, and its record is true',
  watch({ violated, committed, messages, storeNow }) {
    return {
      async atRest() {
        const before = storeNow() - UNDER_WAY_MS;
        const open = await committed<Row>(
          `select id, state, tell_at from digest_runs
           where (state = 'due' and due_at < ?) or (state in ('claimed', 'posting') and changed_at < ?)
             or (state in ('unknown', 'failed') and tell_at is not null
               and changed_at < ? and digest_id in (select id from digests where deleted_at is null))`,
          // A notice that couldn't be sent at once has to wait until a planner looks again.
          [before, before, before - IDLE_WAIT_MS],
        );
        for (const { id, state, tell_at: at } of open)
          violated(`run ${id} is still ${state}${at === null ? '' : ', and its owner wasn’t told'}`, [id]);
        const late = await committed<{ id: number }>(
          'select id from digests where paused_at is null and deleted_at is null and next_run_at < ?',
          [before],
        );
        for (const { id } of late) violated(`digest ${id} has a slot that nobody planned`, [`digest ${id}`]);

        const runs = new Map(
          (await committed<Row>('select id, state, post_ts, changed_at from digest_runs')).map((row) => [row.id, row]),
        );
        const seen = new Map<string, string>();
        for (const message of messages()) {
          const id = deliveryOf(message);
          if (id === undefined) continue;
          seen.set(message.ts, id);
          const { state, changed_at: at = 0 } = runs.get(id) ?? {};
          if (state !== 'posted' && state !== 'unknown' && at < before)
            violated(`run ${id} was posted, and is kept as ${state}`, [id]);
        }
        const oldest = messages()[0]?.ts ?? '';
        for (const { id, state, post_ts: ts } of runs.values()) {
          if (state !== 'posted' || ts === null || ts < oldest || seen.get(ts) === id) continue;
          violated(`run ${id} is kept as posted, and isn’t in its channel`, [id]);
        }
      },
    };
  },
};
