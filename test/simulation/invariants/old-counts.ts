import { BOT_USER_ID } from '../../../src/demo/slack/installed-app.ts';
import type { Message } from '../../../src/demo/slack/types.ts';
import type { Invariant } from './invariant.ts';
import { momentsOf, type Span, UNSURE_MS } from './told-moments.ts';
import { readOldRows, readToldRows } from './told-rows.ts';

/** A line of a look-up's file: an account, its name, three counts, their status, and when they were read. */
const FILED =
  /^"((?:account|member)-\d+)",(?:"[^"\n]*")?,(\d+),(\d+),(\d+),[^,\n]*,[^,\n]*,"(read|last known)",.*,"([^",\r\n]+Z)"\r?$/gm;

/** What was read of an account before stands with its time, was so then, and never beside counts of now or in front of everyone. */
export const oldCounts: Invariant = {
  name: 'old counts are told as old',
  watch({ violated, hadCounts, now, marks }) {
    function look(account: string, counts: readonly number[], times: readonly Span[], at: string): void {
      const [followers = 0, following = 0, mutual = 0] = counts;
      const all = { followers, following, mutual };
      const past = times.filter(([from]) => from <= now() + UNSURE_MS);
      if (!past.some(([from, to]) => hadCounts(account, all, from - UNSURE_MS, to + UNSURE_MS)))
        violated(`${account} had not the counts ${counts.join(', ')} at ${at}`, [account]);
    }

    function lookAtFiles({ files }: Message): void {
      for (const { content } of files)
        for (const [, account = '', followers, following, mutual, , readAt = ''] of content.matchAll(FILED)) {
          marks.reach('counts of a file');
          const at = Date.parse(readAt);
          look(account, [followers, following, mutual].map(Number), [[at, at]], readAt);
        }
    }

    return {
      message(message) {
        const { authorId, channelId, text, visibleTo } = message;
        if (authorId !== BOT_USER_ID) return;
        lookAtFiles(message);
        const old = readOldRows(text);
        if (old.length === 0) return;
        marks.reach('last known');
        const fresh = new Set(readToldRows(text).map(({ account }) => account));
        for (const { account, counts, at } of old) {
          look(account, [counts.followers, counts.following, counts.mutual], momentsOf(at, message, now()), at);
          if (fresh.has(account)) violated(`${account} has counts of now and of ${at} in one message`, [account]);
          if (visibleTo === undefined && !channelId.startsWith('D'))
            violated(`a whole channel reads what was last known of ${account}`, [account, channelId]);
        }
      },
    };
  },
};
