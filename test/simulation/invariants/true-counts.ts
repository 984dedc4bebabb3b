import { DAY, MINUTE } from '../faults/fault.ts';
import type { Invariant } from './invariant.ts';
import { LAST_POST, readToldRows, type ToldRow } from './told-rows.ts';

/** A minute in the cache, half a minute until it is answered, and what Slack takes to have it. */
const OLDEST_MS = 10 * MINUTE;
/** Clocks differ by less, and counts are some seconds old when they are read. */
const UNSURE_MS = MINUTE;

/** What a message says of an account was so in Chat: its counts just now, and those that a change goes back to at that time. */
export const trueCounts: Invariant = {
  name: 'counts are those of Chat',
  watch({ violated, hadCounts, now }) {
    function lookAtChange({ account, counts, change }: ToldRow): void {
      if (!change || change.since === LAST_POST) return;
      const followers = counts.followers - change.by;
      const [from, to] = momentsOf(change.since, now());
      if (!hadCounts(account, { followers }, from - UNSURE_MS, to + UNSURE_MS))
        violated(`${account} had not ${followers} followers before ${change.by} more since ${change.since}`, [account]);
    }

    return {
      message({ text }) {
        for (const row of readToldRows(text)) {
          const { account, counts } = row;
          if (!hadCounts(account, counts, now() - OLDEST_MS, now()))
            violated(`${account} has not had the counts ${Object.values(counts).join(', ')}`, [account]);
          lookAtChange(row);
        }
      },
    };
  },
};

/** The time that `Nov 29`, `Nov 29, 2026` and `05:23 AM UTC` of today stand for, from and to, Unix milliseconds. */
function momentsOf(since: string, now: number): readonly [number, number] {
  const today = new Date(now).toISOString().slice(0, 10);
  if (since.endsWith('UTC')) {
    const at = Date.parse(`${today} ${since}`);
    // Midnight has passed meanwhile.
    const from = at > now + UNSURE_MS ? at - DAY : at;
    return [from, from + MINUTE];
  }
  const from = Date.parse(`${since.includes(',') ? since : `${since}, ${today.slice(0, 4)}`} UTC`);
  return [from, from + DAY];
}
