import type { ChatFault } from '../../../src/demo/chat/faults.ts';
import { type Fault, HOUR, MINUTE } from './fault.ts';

/** Chat’s answers hold items in another order, twice, without their counts, or not at all. */
export const chatAnswersOddly: Fault = {
  name: 'Chat answers oddly',
  weight: 2,
  lasts: [10 * MINUTE, 6 * HOUR],
  begin({ chance }) {
    const account = () => `account-${chance.whole(0, 39)}`;
    const share = chance.between(0.2, 1);
    const pick = (): ChatFault => {
      const kind = chance.pick(['shuffle', 'wrong-shape', 'drop', 'double', 'no-counts', 'no-counts'] as const);
      return kind === 'shuffle' || kind === 'wrong-shape' ? { kind } : { kind, account: account() };
    };
    return { chat: () => (chance.happens(share) ? pick() : undefined) };
  },
};
