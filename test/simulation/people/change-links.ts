import type { Action } from './action.ts';
import { ACCOUNTS, CAST } from './cast.ts';

/** An admin says who is which account. */
export const changeLinks: Action = {
  name: 'changes a link',
  weight: 2,
  by: ['anders'],
  async act({ chance, ask, expectations }) {
    const { id, name } = chance.pick([CAST.maya, CAST.eve, CAST.vera]);
    await expectations.change({ kind: 'link', personId: id }, async (before) => {
      if (before !== 'none' && chance.happens(0.4)) {
        const { text } = await ask(`unlink @${name}`);
        return { after: 'none', said: text.includes(`no longer linked to ${before}`) ? 'done' : 'nothing' };
      }
      const account = chance.pick(ACCOUNTS.filter((one) => one !== before));
      const { text } = await ask(`link @${name} ${account}`);
      return { after: account, said: text.includes(`is now linked to ${account}`) ? 'done' : 'nothing' };
    });
    return undefined;
  },
};
