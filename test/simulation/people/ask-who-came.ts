import type { Action } from './action.ts';
import { ACCOUNTS, STARS } from './cast.ts';

/** A person asks who came to accounts and who left them. */
export const askWhoCame: Action = {
  name: 'asks who came and left',
  weight: 2,
  by: ['anders', 'maya'],
  async act({ chance, ask }) {
    const others = Array.from({ length: chance.pick([0, 0, 2, 15]) }, () => chance.pick(ACCOUNTS));
    const accounts = new Set([chance.pick(STARS), ...others]);
    await ask(`changes ${[...accounts].join(' ')} ${chance.pick(['24h', '7d', '30d'])}`);
    return undefined;
  },
};
