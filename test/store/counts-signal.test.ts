import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { ChangedCounts } from '../../src/followstats/events/ports.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import { readNotice, writeNotice } from '../../src/store/counts-signal.ts';
import type { Store, StoreOptions } from '../../src/store/open.ts';
import { follow } from './contracts/events-contract.ts';
import { administer, describePostgres } from './engines.ts';
import { openNew } from './new-store.ts';

const [alice, bob] = ['alice', 'bob'] as AccountId[] as [AccountId, AccountId];
const many = (count: number) => Array.from({ length: count }, (_, n) => `${'x'.repeat(28)}${n}` as AccountId);

/** What a store hears, one after the other; each can be waited for, also when it came before. */
function ears({ onCountsChanged }: Store) {
  const heard: { readonly accounts: ChangedCounts; readonly from: string }[] = [];
  let wake = () => {};
  const end = onCountsChanged((accounts, from) => {
    heard.push({ accounts, from });
    wake();
  });
  onTestFinished(end);
  return {
    heard,
    async next() {
      while (heard.length === 0) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        await promise;
      }
      return heard.shift();
    },
  };
}

describePostgres('counts that change', (newStore) => {
  async function openTwo() {
    const options = (await newStore()) as Extract<StoreOptions, { kind: 'postgres' }>;
    const [one, two] = [await openNew(async () => options), await openNew(async () => options)];
    const [own, other] = [ears(one), ears(two)];
    // Listening begins with a call, since something may have been said before.
    expect([await own.next(), await other.next()]).toMatchObject([{ accounts: 'all' }, { accounts: 'all' }]);
    return { one, two, own, other, database: new URL(options.url).pathname.slice(1) };
  }

  test('another replica hears whose, and the one that recorded it hears it once', async () => {
    const { one, two, own, other } = await openTwo();
    await one.events.record([follow(bob, alice, 5)]);
    expect(await other.next()).toEqual({ accounts: new Set([bob, alice]), from: 'elsewhere' });
    await two.events.record([follow(alice, bob, 5)]);
    await other.next();
    expect(await own.next()).toEqual({ accounts: new Set([bob, alice]), from: 'here' });
    expect(await own.next()).toEqual({ accounts: new Set([alice, bob]), from: 'elsewhere' });
    expect(own.heard).toEqual([]);
  });

  test('more accounts than a notice holds are all', async () => {
    const { one, other } = await openTwo();
    await one.events.record(many(300).map((account) => follow(account, alice, 5)));
    expect(await other.next()).toEqual({ accounts: 'all', from: 'elsewhere' });
  });

  test('after a connection that was cut, all may have changed', async () => {
    const { one, other, database } = await openTwo();
    await administer(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'followstats listener' and datname = '${database}'`,
    );
    expect(await other.next()).toEqual({ accounts: 'all', from: 'elsewhere' });
    await one.events.record([follow(bob, alice, 5)]);
    expect(await other.next()).toEqual({ accounts: new Set([bob, alice]), from: 'elsewhere' });
  });

  test('what is rolled back is not told', async () => {
    const { one, other } = await openTwo();
    await expect(one.events.record([follow(bob, alice, Number.NaN)])).rejects.toThrow();
    await one.events.record([follow(bob, bob, 1)]);
    expect(await other.next()).toEqual({ accounts: new Set([bob]), from: 'elsewhere' });
  });
});

test('a notice of any accounts is read as it was written, or as all when it is too long', () => {
  const account = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 32,
  });
  fc.assert(
    fc.property(fc.uniqueArray(account, { minLength: 1, maxLength: 400, size: 'max' }), (drawn) => {
      const accounts = new Set(drawn as AccountId[]);
      const notice = writeNotice('sender', accounts);
      expect(Buffer.byteLength(notice)).toBeLessThanOrEqual(7900);
      const read = readNotice(notice);
      expect(read.sender).toBe('sender');
      if (read.accounts !== 'all') expect(read.accounts).toEqual(accounts);
      else expect(['sender', ...drawn].join('\n').length).toBeGreaterThan(7900);
    }),
    { numRuns: 100 },
  );
});
