import type { Outgoing } from '../../../src/demo/slack/delivery/delivery.ts';
import { MINUTE } from '../faults/fault.ts';
import type { Invariant } from './invariant.ts';
import { KEPT } from './told-moments.ts';
import { readToldRows } from './told-rows.ts';

/** Nothing that Slack takes is an answer to what was asked before. */
const LATEST_ANSWER_MS = 6 * MINUTE;
/** Counts are remembered for so long where no event says that they have changed. */
const REMEMBERED_MS = MINUTE;

interface Asked {
  readonly at: number;
  /** Whether every replica knew by then of each event that was kept. */
  readonly isKnown: boolean;
}

/**
 * Who asks once an event was kept, and every replica has heard of it, reads no older counts of whom it concerns, whichever replica
 * answers.
 */
export const liveCounts: Invariant = {
  name: 'counts are never older than the last event',
  watch({ violated, hadCounts, now, haveNoticesCome, marks }) {
    /** By account, the latest first: when each event happened, and when it was kept. */
    const events = new Map<string, readonly { readonly at: number; readonly keptAt: number }[]>();
    const asked = new Map<string, readonly Asked[]>();

    /** When the latest event about an account happened of those that were kept before. */
    function latestEvent(account: string, before: number): number | undefined {
      const known = (events.get(account) ?? []).filter(({ keptAt }) => keptAt < before);
      return known.length === 0 ? undefined : Math.max(...known.map(({ at }) => at));
    }

    return {
      events({ events: taken, kept }) {
        if (kept !== 'kept') return;
        for (const { at, follower, account } of taken)
          for (const one of [follower, account])
            events.set(one, [{ at, keptAt: now() }, ...(events.get(one) ?? [])].slice(0, 20));
      },
      request(outgoing) {
        const personId = askerOf(outgoing);
        if (personId === undefined) return;
        const recent = (asked.get(personId) ?? []).filter(({ at }) => at > now() - LATEST_ANSWER_MS);
        asked.set(personId, [...recent, { at: now(), isKnown: haveNoticesCome() }]);
      },
      message({ text, visibleTo }) {
        if (visibleTo === undefined || KEPT.test(text)) return;
        // It may be the answer to any of these.
        const [first, ...others] = (asked.get(visibleTo) ?? []).filter(({ at }) => at > now() - LATEST_ANSWER_MS);
        if (!first || ![first, ...others].every(({ isKnown }) => isKnown)) return;
        for (const { account, counts } of readToldRows(text)) {
          const at = latestEvent(account, first.at);
          if (at === undefined) continue;
          if (first.at - at < REMEMBERED_MS) marks.reach('asked right after an event');
          if (!hadCounts(account, counts, at + 1, now()))
            violated(
              `${account} has had the counts ${Object.values(counts).join(', ')} only before the event of ${new Date(at).toISOString()}`,
              [account, visibleTo],
            );
        }
      },
    };
  },
};

/** Who sent a request of Slack's. */
function askerOf({ payload }: Outgoing): string | undefined {
  const { user_id: typed, user } = payload as {
    readonly user_id?: string;
    readonly user?: { readonly id: string } | string;
  };
  return typed ?? (typeof user === 'string' ? user : user?.id);
}
