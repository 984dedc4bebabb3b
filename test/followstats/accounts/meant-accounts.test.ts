import { expect, test } from 'vitest';
import { createFindMeant } from '../../../src/followstats/accounts/meant-accounts.ts';
import { accountsOf, manyAccounts } from '../reports/sample-lookups.ts';

const knowing = (...ids: readonly string[]) => {
  const asked: number[] = [];
  const findMeant = createFindMeant({
    async among(accounts) {
      asked.push(accounts.length);
      return new Set(accounts.filter((account) => ids.includes(account)));
    },
  });
  return { findMeant, asked };
};

test('the same in another case is meant before what is spelled differently', async () => {
  const { findMeant } = knowing('alicex', 'ALICE', 'alice');
  expect(await findMeant(accountsOf('Alice'))).toEqual(new Map([['Alice', 'alice']]));
});

test('what nothing known is near to is left out', async () => {
  const { findMeant } = knowing('alice');
  expect(await findMeant(accountsOf('zebra', 'alcie'))).toEqual(new Map([['alcie', 'alice']]));
});

test('of many no more than five are looked for', async () => {
  const { findMeant, asked } = knowing();
  await findMeant(manyAccounts(9));
  expect(asked).toHaveLength(5);
});
