import { describe, expect, test } from 'vitest';
import type { Snapshots } from '../../../src/followstats/reports/snapshots.ts';
import { createReadUnreadDetails } from '../../../src/followstats/reports/unread-details.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import { accountsOf, failed, found } from './sample-lookups.ts';

const NOW = 1_700_000_000_000;
const SNAPSHOT = { followers: 46, following: 32, mutual: 30, readAt: NOW - 5000 };

interface Scene {
  /** Those that were ever read. */
  readonly known?: readonly string[];
  readonly before?: Snapshots['before'];
}

function open({ known = [], before }: Scene = {}) {
  const trouble: unknown[] = [];
  const looked: (readonly AccountId[])[] = [];
  const asked: (readonly AccountId[])[] = [];
  const read = createReadUnreadDetails({
    snapshots: {
      async before(accounts, at) {
        asked.push(accounts);
        if (before) return before(accounts, at);
        return new Map(accounts.filter((one) => known.includes(one)).map((one) => [one, SNAPSHOT]));
      },
    },
    findMeant: async (accounts) => {
      looked.push(accounts);
      return new Map(accounts.map((one) => [one, `${one}!` as AccountId]));
    },
    timeLimitMs: 5,
    onError: (error) => trouble.push(error),
  });
  const details = (answers: Readonly<Record<string, Lookup>>) =>
    read(new Map(Object.entries(answers)) as unknown as ReadonlyMap<AccountId, Lookup>, NOW);
  return { details, trouble, looked, asked };
}

test('of accounts that failed it is read what is known last, of those that were read nothing', async () => {
  const { details, asked } = open({ known: ['a', 'b'] });
  const { lastKnown } = await details({ a: failed('throttled'), b: found(), c: failed('throttled') });
  expect(lastKnown).toEqual(new Map([['a', SNAPSHOT]]));
  expect(asked).toEqual([accountsOf('a', 'c')]);
});

test('where all were read the store is not asked', async () => {
  const { details, asked } = open();
  await details({ a: found() });
  expect(asked).toEqual([]);
});

test('what was meant is looked for where Chat doesn’t know an account, and it was never read', async () => {
  const { details, looked } = open({ known: ['gone'] });
  const missing = failed('missing_account', 30003);
  const { meant } = await details({ gone: missing, typo: missing, busy: failed('throttled') });
  expect(looked).toEqual([accountsOf('typo')]);
  expect(meant).toEqual(new Map([['typo', 'typo!']]));
});

test('of more than five that Chat doesn’t know none is looked for', async () => {
  const { details, looked } = open();
  await details(Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, failed('missing_account')])));
  expect(looked).toEqual([]);
});

describe('a store that', () => {
  test.each([
    ['fails', () => Promise.reject(new Error('gone'))],
    ['doesn’t answer', () => new Promise<never>(() => {})],
  ])('%s costs what it knows, and nothing else', async (_, before) => {
    const { details, trouble } = open({ before });
    expect(await details({ a: failed('missing_account') })).toEqual({ lastKnown: new Map(), meant: new Map() });
    expect(trouble.length).toBeGreaterThan(0);
  });
});
