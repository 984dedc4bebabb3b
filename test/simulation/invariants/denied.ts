import type { Invariant } from './invariant.ts';

/** Accounts and lists that are named only by persons who surely have no role for it have names that begin so. */
export const CANARY = 'canary-';

const KEPT = `
  select name from lists where name like '${CANARY}%'
  union all select account from links where account like '${CANARY}%'`;

/** Nothing is read and nothing kept for a person without the role. */
export const denied: Invariant = {
  name: 'no role, no look-up',
  watch: ({ violated, committed }) => ({
    chatCall({ accounts }) {
      const asked = accounts.find((account) => account.startsWith(CANARY));
      if (asked) violated(`${asked} was looked up for a person without a role`, [asked]);
    },
    async atRest() {
      for (const { name } of await committed<{ name: string }>(KEPT))
        violated(`${name} is kept for a person without a role`, [name]);
    },
  }),
};
