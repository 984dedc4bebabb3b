import { expect, test } from 'vitest';
import { createFindMeant } from '../../../src/followstats/accounts/meant-accounts.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import type { Store } from '../../../src/store/open.ts';
import { accounts } from './askers.ts';

const BY = { personId: 'U1', channelId: 'C1' };
const COUNTS = { followers: 3, following: 2, mutual: 1, readAt: 0 };

const findMeantIn = ({ knownAccounts, snapshots }: Store) =>
  createFindMeant({ known: knownAccounts, everRead: (ids) => snapshots.before(ids, 0) });

export function knownAccountsContract(open: (now?: () => number) => Promise<Store>): void {
  async function openKnowing(...ids: readonly string[]) {
    const store = await open();
    await store.snapshots.record(new Map(accounts(...ids).map((account) => [account, COUNTS])));
    return store;
  }

  test('an account is known that was ever read, is linked or is on a list, and no other', async () => {
    const store = await openKnowing('read');
    await store.links.link('U2', 'linked' as AccountId, BY);
    await store.lists.create('vip' as ListName, accounts('listed', 'read'), BY);
    const asked = accounts('listed', 'nobody', 'read', 'linked', 'Read', 'rea', '100%', "o'hara", '"', '\\', 'r_ad');
    expect(await store.knownAccounts.among(asked)).toEqual(new Set(accounts('listed', 'read', 'linked')));
    expect(await store.knownAccounts.among([])).toEqual(new Set());
  });

  test('more of them than one statement takes are all found', async () => {
    const many = Array.from({ length: 4100 }, (_, n) => `user_${n}`);
    const store = await openKnowing(...many);
    expect((await store.knownAccounts.among(accounts(...many, 'nobody'))).size).toBe(many.length);
  });

  test('those that begin with a text are found in its case, in lower case and with a capital, each once, and no others', async () => {
    const store = await openKnowing('alice', 'Alina', 'al', 'bob', 'a%', 'a_b', 'a~', 'with space', 'Z');
    await store.snapshots.record(new Map(accounts('alice').map((account) => [account, { ...COUNTS, readAt: 1e9 }])));
    await store.links.link('U2', 'alfred' as AccountId, BY);
    await store.lists.create('vip' as ListName, accounts('alma', 'alice'), BY);
    const find = (text: string, most = 10) => store.knownAccounts.beginningWith(text, most);
    expect(await find('al')).toEqual(accounts('Alina', 'al', 'alfred', 'alice', 'alma'));
    expect(await find('AL')).toEqual(accounts('Alina', 'al', 'alfred', 'alice', 'alma'));
    expect(await find('al', 2)).toEqual(accounts('Alina', 'al'));
    expect(await find('a%')).toEqual(accounts('a%'));
    expect(await find('a_')).toEqual(accounts('a_b'));
    expect(await find('with s')).toEqual(accounts('with space'));
    expect(await find('alice2')).toEqual([]);
    expect(await find('', 3)).toEqual(accounts('Alina', 'Z', 'a%'));
    expect(await find('', 100)).toHaveLength(11);
  });

  test('of a mistyped account the one that was meant is found, up to five at a time', async () => {
    const store = await openKnowing('alice', 'Bob', "o'hara & <co>", 'x'.repeat(32));
    const findMeant = findMeantIn(store);
    const longest = 'x'.repeat(31);
    const found = await findMeant(accounts('alcie', 'bob', "o'hara & <c>", `${longest}y`, longest, 'ALICE'));
    expect([...found]).toEqual([
      ['alcie', 'alice'],
      ['bob', 'Bob'],
      ["o'hara & <c>", "o'hara & <co>"],
      [`${longest}y`, 'x'.repeat(32)],
      [longest, 'x'.repeat(32)],
    ]);
    expect(await findMeant(accounts('ALICE', 'zebra'))).toEqual(new Map([['ALICE', 'alice']]));
  });

  test('whom a hundred thousand known accounts are near to is found as quickly', async () => {
    const many = Array.from({ length: 100_000 }, (_, n) => `user_${String(n).padStart(27, '0')}`);
    const store = await openKnowing(...many);
    const typo = many[77_777]?.replace('user', 'uesr') ?? '';
    const startedAt = performance.now();
    expect(await findMeantIn(store)(accounts(typo))).toEqual(new Map([[typo, many[77_777]]]));
    // Some 10 ms alone; the machine may be busy.
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
}
