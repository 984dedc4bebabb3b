import type { Invariant } from './invariant.ts';

/** Accounts that only persons ask for who surely have no role have names that begin so. */
export const CANARY = 'canary-';

/** Nothing is read for a person without a role. */
export const denied: Invariant = {
  name: 'no role, no look-up',
  watch: ({ violated }) => ({
    chatCall({ accounts }) {
      const asked = accounts.find((account) => account.startsWith(CANARY));
      if (asked) violated(`${asked} was looked up for a person without a role`, [asked]);
    },
  }),
};
