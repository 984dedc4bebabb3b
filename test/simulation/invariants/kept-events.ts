import type { FollowEvent } from '../../../src/followstats/events/ports.ts';
import { DAY } from '../faults/fault.ts';
import type { Invariant } from './invariant.ts';

type Row = Pick<FollowEvent, 'kind' | 'follower' | 'account' | 'at'>;

/** Older ones were looked at before. */
const LOOKED_AT_MS = 6 * DAY;

const keyOf = ({ kind, follower, account, at }: Row): string => `${follower} ${kind}s ${account} at ${at}`;

/**
 * An event that is said to be kept is in the store, once; one that waits for the store comes there, unless its replica ends
 * before. Nothing is there that no webhook told.
 */
export const keptEvents: Invariant = {
  name: 'every acknowledged event is kept',
  watch({ violated, committed, now, marks }) {
    /** All that replicas took, each with when it happened. */
    const taken = new Map<string, number>();
    const kept = new Set<string>();
    /** Waiting for the store, each with the replicas in which it waits. */
    const waiting = new Map<string, Set<string>>();

    async function isThere({ kind, follower, account, at }: FollowEvent): Promise<boolean> {
      const rows = await committed<Row>(
        'select kind from follow_events where account = ? and at = ? and follower = ? and kind = ?',
        [account, at, follower, kind],
      );
      return rows.length === 1;
    }

    return {
      events({ replica, events, kept: outcome }) {
        for (const event of events) {
          const key = keyOf(event);
          taken.set(key, event.at);
          if (outcome === 'waiting') waiting.set(key, (waiting.get(key) ?? new Set()).add(replica));
          if (outcome !== 'kept') continue;
          kept.add(key);
          void isThere(event).then((is) => {
            if (!is) violated(`${key} is said to be kept, and isn’t`, [event.account, event.follower]);
          });
        }
      },
      ended(by) {
        for (const [key, replicas] of waiting) {
          if (!replicas.delete(by) || replicas.size > 0) continue;
          waiting.delete(key);
          marks.reach('event lost with its replica');
        }
      },
      async atRest() {
        const since = now() - LOOKED_AT_MS;
        const rows = await committed<Row>('select kind, follower, account, at from follow_events where at > ?', [
          since,
        ]);
        const there = new Set(rows.map(keyOf));
        for (const [key, at] of taken) {
          const isMissing = at > since && !there.has(key) && (kept.has(key) || waiting.has(key));
          if (isMissing) violated(`${key} was acknowledged, and isn’t kept`, key.split(' '));
          waiting.delete(key);
          if (at > since) continue;
          taken.delete(key);
          kept.delete(key);
        }
        for (const row of rows)
          if (!taken.has(keyOf(row))) violated(`${keyOf(row)} is kept, and no webhook told it`, [row.account]);
      },
    };
  },
};
