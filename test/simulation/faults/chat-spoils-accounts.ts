import { type Fault, HOUR, MINUTE } from './fault.ts';

/** One account fails alone, or spoils every batch that it is in. */
export const chatSpoilsAccounts: Fault = {
  name: 'an account spoils its batch',
  weight: 2,
  lasts: [10 * MINUTE, 6 * HOUR],
  begin({ chance }) {
    const account = `account-${chance.whole(0, 30)}`;
    const isPoison = chance.happens(0.6);
    return {
      chat: () =>
        isPoison ? { kind: 'poison', account, code: 30003 } : { kind: 'account-code', account, code: 30006 },
    };
  },
};
