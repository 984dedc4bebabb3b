import { MINUTE } from '../faults/fault.ts';
import type { Action } from './action.ts';
import { ACCOUNTS } from './cast.ts';

/** Nothing that Slack takes comes later than this. */
const LATEST_MS = 10 * MINUTE;

/** A person asks who follows whom of an account and some others, and reads what is so, or why it isn't known. */
export const checkFollows: Action = {
  name: 'checks who follows whom',
  weight: 2,
  by: ['anders', 'maya'],
  async act({ chance, ask, chat, time, marks, violated }) {
    const [account = '', ...others] = [...new Set(Array.from({ length: 5 }, () => chance.pick(ACCOUNTS)))];
    const { text } = await ask(`check ${[account, ...others].join(' ')}`);
    const since = time.now() - LATEST_MS;
    for (const other of others) {
      const said = readRelation(text, account, other);
      const [follows, isFollowed] = [chat.follows(account, other), chat.follows(other, account)];
      // What changed meanwhile may have been read before or after it.
      if (!said || Math.max(follows.since, isFollowed.since) > since) continue;
      marks.reach('who follows whom');
      if (said.follows !== follows.isSo || said.isFollowed !== isFollowed.isSo)
        violated('who follows whom is so in Chat', `“${text.slice(0, 200)}” isn’t so of ${account} and ${other}`, [
          account,
          other,
        ]);
    }
    return undefined;
  },
};

/** @returns what an answer says of two accounts; `undefined` when it says nothing of them */
function readRelation(text: string, account: string, other: string) {
  const has = (sentence: string) => text.includes(sentence);
  if (has(`${account} and ${other} follow each other.`)) return { follows: true, isFollowed: true };
  if (has(`${account} follows ${other}, and isn’t followed back.`)) return { follows: true, isFollowed: false };
  if (has(`${other} follows ${account}, and isn’t followed back.`)) return { follows: false, isFollowed: true };
  if (has(`Neither ${account} nor ${other} follows the other.`)) return { follows: false, isFollowed: false };
  return undefined;
}
