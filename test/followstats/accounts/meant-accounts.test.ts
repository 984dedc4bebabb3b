import { expect, test } from 'vitest';
import { createFindMeant } from '../../../src/followstats/accounts/meant-accounts.ts';
import { accountsOf, manyAccounts } from '../reports/sample-lookups.ts';

/** Knows accounts; those of `listed` were never read. */
const knowing = (read: readonly string[], listed: readonly string[] = []) => {
  const asked: number[] = [];
  const findMeant = createFindMeant({
    known: {
      async among(accounts) {
        asked.push(accounts.length);
        return new Set(accounts.filter((account) => read.includes(account) || listed.includes(account)));
      },
    },
    everRead: async (accounts) => new Set(accounts.filter((account) => read.includes(account))),
  });
  return { findMeant, asked };
};

test('the same in another case is meant before what is spelled differently', async () => {
  const { findMeant } = knowing(['alicex', 'ALICE', 'alice']);
  expect(await findMeant(accountsOf('Alice'))).toEqual(new Map([['Alice', 'alice']]));
});

test('what nothing known is near to is left out', async () => {
  const { findMeant } = knowing(['alice']);
  expect(await findMeant(accountsOf('zebra', 'alcie'))).toEqual(new Map([['alcie', 'alice']]));
});

test('of many no more than five are looked for', async () => {
  const { findMeant, asked } = knowing([]);
  await findMeant(manyAccounts(9));
  expect(asked).toHaveLength(5);
});

test('an account that was ever read is meant before one that is only linked or listed', async () => {
  const { findMeant } = knowing(['alicex'], ['alice']);
  expect(await findMeant(accountsOf('alcie', 'alic'))).toEqual(
    new Map([
      ['alcie', 'alice'],
      ['alic', 'alice'],
    ]),
  );
  expect(await findMeant(accountsOf('alicey'))).toEqual(new Map([['alicey', 'alicex']]));
});

test('two that were never read are not each offered for the other', async () => {
  const { findMeant } = knowing([], ['ghost', 'ghost2']);
  expect(await findMeant(accountsOf('ghost'))).toEqual(new Map());
  expect(await findMeant(accountsOf('ghost2'))).toEqual(new Map());
  expect(await findMeant(accountsOf('ghst'))).toEqual(new Map([['ghst', 'ghost']]));
});

test('none is meant that Chat doesn’t know either', async () => {
  const { findMeant } = knowing(['alice'], []);
  expect(await findMeant(accountsOf('alcie'), accountsOf('alcie', 'alice'))).toEqual(new Map());
});
