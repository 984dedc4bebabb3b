import type { Action } from './action.ts';
import { ACCOUNTS } from './cast.ts';

/** Words of failures that come from an answer of Chat's, and so of nothing that is remembered. */
const FROM_CHAT = /no such account in Chat|Chat had an error of its own|Chat refused/;

/** A person looks accounts up, sometimes as many as a command takes. */
export const lookUp: Action = {
  name: 'looks accounts up',
  weight: 10,
  by: ['anders', 'maya'],
  async act({ chance, time, ask, askedAt, marks, violated }) {
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
    const askedFrom = time.elapsed();
    const { text } = await ask(accounts.join(' '));
    if (text.includes('left alone for a few seconds')) marks.reach('breaker opened');
    const [only] = accounts;
    if (accounts.length > 1 || only === undefined || !FROM_CHAT.test(text)) return undefined;
    if ((askedAt.get(only) ?? -1) < askedFrom)
      violated('failures are not remembered', `${only} failed without a call to Chat`, [only]);
    return undefined;
  },
};
