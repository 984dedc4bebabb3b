import { SECOND } from '../faults/fault.ts';
import type { Action } from './action.ts';
import { STARS } from './cast.ts';

/** A person looks at an account whose fans come and go, and looks again as soon as they have. */
export const lookAgain: Action = {
  name: 'looks again after an event',
  weight: 4,
  by: ['anders', 'maya'],
  async act({ chance, time, ask, chat }) {
    const account = chance.pick(STARS);
    for (let times = chance.whole(1, 3); times > 0; times -= 1) {
      const asked = ask(account);
      // Also between what Chat says and its arrival.
      await time.sleep(chance.happens(0.6) ? chance.between(10, 150) : chance.between(0, 20 * SECOND));
      chat.sway();
      await asked;
      await time.sleep(chance.between(SECOND, 20 * SECOND));
    }
    await ask(account);
    return undefined;
  },
};
