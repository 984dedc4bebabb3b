import { MINUTE } from '../faults/fault.ts';
import type { Invariant } from './invariant.ts';
import { readToldLedgers } from './told-ledger.ts';

/** A minute in the cache, half a minute until it is answered, and what Slack takes to have it. */
const OLDEST_MS = 10 * MINUTE;
const REASON = /What is unexplained: /;

/** Opening + came − left + unexplained is the closing count, which is Chat's; and what is unexplained has its reason. */
export const ledgerAddsUp: Invariant = {
  name: 'a ledger adds up',
  watch({ violated, hadCounts, now, marks }) {
    return {
      message({ text, visibleTo }) {
        if (visibleTo === undefined) return;
        const ledgers = readToldLedgers(text);
        for (const { account = 'all', opening, came, left, unexplained, closing } of ledgers) {
          if (opening + came - left + unexplained !== closing)
            violated(`the ledger of ${account} doesn’t add up in “${text.slice(0, 200)}”`, [account]);
          if (came + left > 0) marks.reach('told who came');
          if (account !== 'all' && !hadCounts(account, { followers: closing }, now() - OLDEST_MS, now()))
            violated(`the ledger of ${account} ends with ${closing}, which it hasn’t had`, [account]);
        }
        const isUnexplained = ledgers.some(({ unexplained }) => unexplained !== 0);
        if (isUnexplained) marks.reach('unexplained');
        if (ledgers.length > 0 && isUnexplained !== REASON.test(text))
          violated(`what is unexplained has no reason, or a reason without it, in “${text.slice(0, 300)}”`);
      },
    };
  },
};
