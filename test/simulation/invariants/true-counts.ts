import type { Message } from '../../../src/demo/slack/types.ts';
import { MINUTE } from '../faults/fault.ts';
import type { Invariant } from './invariant.ts';
import { KEPT, momentsOf, type Span, UNSURE_MS } from './told-moments.ts';
import { LAST_POST, readToldRows, type ToldRow } from './told-rows.ts';

/** A minute in the cache, half a minute until it is answered, and what Slack takes to have it. */
const OLDEST_MS = 10 * MINUTE;
/** The oldest of them stands for all, of which others were read so much later. */
const READ_WITHIN_MS = 2 * MINUTE;

/** What a message says of an account was so in Chat: its counts just now, and those that a change goes back to at that time. */
export const trueCounts: Invariant = {
  name: 'counts are those of Chat',
  watch({ violated, hadCounts, now, marks }) {
    function lookAtChange(message: Message, { account, counts, change }: ToldRow): void {
      if (!change || change.since === LAST_POST) return;
      const followers = counts.followers - change.by;
      const spans = momentsOf(change.since, message, now());
      if (!spans.some(([from, to]) => hadCounts(account, { followers }, from - UNSURE_MS, to + UNSURE_MS)))
        violated(`${account} had not ${followers} followers before ${change.by} more since ${change.since}`, [account]);
    }

    /** When the counts of a message may have been read. */
    function timesOf(message: Message): readonly Span[] {
      const [, kept, shared] = KEPT.exec(message.text) ?? [];
      const at = kept ?? shared;
      if (at === undefined) return [[now() - OLDEST_MS, now()]];
      if (kept !== undefined) marks.reach('numbers kept');
      return momentsOf(at, message, now()).map(([from, to]) => [from - OLDEST_MS, to + UNSURE_MS + READ_WITHIN_MS]);
    }

    return {
      message(message) {
        const rows = readToldRows(message.text);
        if (rows.length === 0) return;
        const times = timesOf(message);
        for (const row of rows) {
          const { account, counts } = row;
          if (!times.some(([from, to]) => hadCounts(account, counts, from, to)))
            violated(`${account} has not had the counts ${Object.values(counts).join(', ')}`, [account]);
          lookAtChange(message, row);
        }
      },
    };
  },
};
