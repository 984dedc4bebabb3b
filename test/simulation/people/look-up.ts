import { MINUTE, SECOND } from '../faults/fault.ts';
import { readToldRows } from '../invariants/told-rows.ts';
import type { Action } from './action.ts';
import { ACCOUNTS } from './cast.ts';

/** Words of failures that come from an answer of Chat's, and so of nothing that is remembered. */
const FROM_CHAT = /Chat doesn’t (?:know|accept) this account|Chat had an error of its own|Chat refused/;
/** Counts are remembered for a minute; what is read may be a late answer to what was asked some minutes before. */
const REMEMBERED_MS = 5 * MINUTE;

/** Who reads of failures, or nothing, tries again so often. */
const TRIES = 6;

/** A person looks accounts up, sometimes as many as a command takes. */
export const lookUp: Action = {
  name: 'looks accounts up',
  weight: 8,
  by: ['anders', 'maya'],
  async act({ chance, time, ask, askedAt, areAnswersInTime, violated }) {
    const count = chance.weighted([
      { weight: 6, most: 3 },
      { weight: 1, most: 100 },
    ]).most;
    const accounts = [
      ...new Set(
        Array.from({ length: chance.whole(1, count) }, () =>
          chance.happens(0.12) ? `ghost-${chance.whole(0, 500)}` : chance.pick(ACCOUNTS),
        ),
      ),
    ];
    const lastAsked = (account: string) => askedAt.get(account) ?? Number.NEGATIVE_INFINITY;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const askedFrom = time.elapsed();
      const { text } = await ask(accounts.join(' '));
      const rows = readToldRows(text);
      for (const { account } of rows)
        if (lastAsked(account) < askedFrom - REMEMBERED_MS)
          violated('counts are remembered for a minute', `${account} was last asked for long before`, [account]);
      const [only = ''] = accounts;
      const isFailed = accounts.length === 1 && text.includes(only) && FROM_CHAT.test(text);
      if (isFailed && areAnswersInTime() && lastAsked(only) < askedFrom)
        violated('failures are not remembered', `${only} failed without a call to Chat`, [only]);
      if (rows.length === accounts.length) break;
      await time.sleep(chance.between(SECOND, 40 * SECOND));
    }
    return undefined;
  },
};
