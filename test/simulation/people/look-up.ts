import { MINUTE, SECOND } from '../faults/fault.ts';
import { readToldRows } from '../invariants/told-rows.ts';
import type { Action } from './action.ts';
import { ACCOUNTS } from './cast.ts';

/** Words of failures that come from an answer of Chat's, and so of nothing that is remembered. */
const FROM_CHAT = /no such account in Chat|Chat had an error of its own|Chat refused/;
/** Counts are remembered for a minute, by a clock that may be set by 40 s meanwhile; calls take up to 15 s. */
const REMEMBERED_MS = MINUTE + 55 * SECOND;

/** A person looks accounts up, sometimes as many as a command takes. */
export const lookUp: Action = {
  name: 'looks accounts up',
  weight: 10,
  by: ['anders', 'maya'],
  async act({ chance, time, ask, askedAt, violated }) {
    const count = chance.weighted([
      { weight: 6, most: 3 },
      { weight: 1, most: 100 },
    ]).most;
    const accounts = [
      ...new Set(
        Array.from({ length: chance.whole(1, count) }, () =>
          chance.happens(0.05) ? `ghost-${chance.whole(0, 500)}` : chance.pick(ACCOUNTS),
        ),
      ),
    ];
    const lastAsked = (account: string) => askedAt.get(account) ?? Number.NEGATIVE_INFINITY;
    // Who reads of a failure tries again, now and then.
    for (let tries = 0; tries < 4; tries += 1) {
      const askedFrom = time.elapsed();
      const { text } = await ask(accounts.join(' '));
      for (const { account } of readToldRows(text))
        if (lastAsked(account) < askedFrom - REMEMBERED_MS)
          violated('counts are remembered for a minute', `${account} was last asked for long before`, [account]);
      const [only = ''] = accounts;
      if (accounts.length > 1 || !text.includes(only) || !FROM_CHAT.test(text)) break;
      if (lastAsked(only) < askedFrom)
        violated('failures are not remembered', `${only} failed without a call to Chat`, [only]);
    }
    return undefined;
  },
};
