import { expect, test } from 'vitest';
import type { Snapshot } from '../../../src/followstats/reports/snapshots.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import type { Store } from '../../../src/store/open.ts';
import { snapshotsOf } from '../snapshots-of.ts';
import { accounts } from './askers.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The beginning of a day, UTC. */
const START = 19_700 * DAY_MS;
const [alice, bob, carol] = accounts('alice', 'bob', 'carol') as [AccountId, AccountId, AccountId];
const counts = (followers: number, readAt: number): Snapshot => ({ followers, following: 2, mutual: 1, readAt });

export function snapshotsContract(open: (now?: () => number) => Promise<Store>): void {
  const record = (store: Store, ...rows: readonly (readonly [AccountId, Snapshot])[]) =>
    rows.reduce((done, row) => done.then(() => store.snapshots.record(new Map([row]))), Promise.resolve());

  test('of what is unchanged within an hour the first and the last are kept, so that the newest known is never older', async () => {
    const store = await open();
    const [first, next] = [START + 10, START + 10 + HOUR_MS];
    const readings = [
      counts(10, START),
      ...[0, 1, 2, HOUR_MS - 1].map((ms) => counts(11, first + ms)),
      counts(11, next),
      counts(11, next + 1),
      // The same once more.
      counts(11, next + 1),
      counts(12, next + 2),
      counts(11, next + 3),
    ];
    for (const [n, reading] of readings.entries()) {
      await record(store, [alice, reading]);
      const newest = Math.max(...readings.slice(0, n + 1).map(({ readAt }) => readAt));
      expect((await store.snapshots.before([alice], next + HOUR_MS)).get(alice)?.readAt).toBe(newest);
    }
    const kept = [
      counts(10, START),
      counts(11, first),
      counts(11, first + HOUR_MS - 1),
      counts(11, next + 1),
      counts(12, next + 2),
      counts(11, next + 3),
    ];
    expect(await snapshotsOf(store, alice)).toEqual(kept);
    expect(await snapshotsOf(store, alice, first + 1)).toEqual(kept.slice(2));
  });

  test('what each account had at a moment is the same, however often it was read', async () => {
    const store = await open();
    const all = [1, 1, 1, 2, 2, 1, 1, 1, 3].map((followers, n) => counts(followers, START + n * 60_000));
    await record(store, ...all.map((one) => [alice, one] as const));
    for (const { followers, readAt } of all)
      expect((await store.snapshots.before([alice], readAt)).get(alice)?.followers).toBe(followers);
  });

  test('each account is compared with its newest at or before a moment, or its first since', async () => {
    const store = await open();
    await store.snapshots.record(
      new Map([
        [alice, counts(1, START)],
        [bob, counts(5, START + 10)],
      ]),
    );
    await store.snapshots.record(new Map([[alice, counts(2, START + 20)]]));
    const all = [alice, bob, carol];
    const { before, firstSince } = store.snapshots;
    expect(await before(all, START - 1)).toEqual(new Map());
    expect(await before(all, START)).toEqual(new Map([[alice, counts(1, START)]]));
    expect((await before(all, START + 30)).get(alice)).toEqual(counts(2, START + 20));
    expect((await firstSince(all, START + 1)).get(alice)).toEqual(counts(2, START + 20));
    expect((await firstSince(all, START + 10)).get(bob)).toEqual(counts(5, START + 10));
    expect(await firstSince(all, START + 21)).toEqual(new Map());
    expect(await before([], START)).toEqual(new Map());
  });

  test('a thousand accounts are recorded and compared at once', async () => {
    const store = await open();
    const many = accounts(...Array.from({ length: 1001 }, (_, n) => `a${n}`));
    await store.snapshots.record(new Map(many.map((account, n) => [account, counts(n, START + n)])));
    const found = await store.snapshots.before(many, START + 5000);
    expect([...found.values()].map(({ followers }) => followers).toSorted((a, b) => a - b)).toEqual(
      many.map((_, n) => n),
    );
  });

  test('the last of each ended hour is kept for thirty days, then the last of each day', async () => {
    let now = START;
    const store = await open(() => now);
    const times = [0, HOUR_MS / 2, HOUR_MS, DAY_MS - 1, DAY_MS];
    await record(store, ...times.map((time, n) => [alice, counts(n, START + time)] as const), [bob, counts(7, START)]);
    const left = async () => (await snapshotsOf(store, alice)).map(({ readAt }) => readAt - START);

    now = START + HOUR_MS - 1;
    expect(await store.snapshots.thin()).toBe(0);
    now = START + HOUR_MS;
    expect(await store.snapshots.thin()).toBe(1);
    expect(await left()).toEqual([HOUR_MS / 2, HOUR_MS, DAY_MS - 1, DAY_MS]);
    now = START + 31 * DAY_MS - 1;
    expect(await store.snapshots.thin()).toBe(0);
    now = START + 31 * DAY_MS;
    expect(await store.snapshots.thin()).toBe(2);
    expect(await left()).toEqual([DAY_MS - 1, DAY_MS]);
    expect(await snapshotsOf(store, bob)).toHaveLength(1);
  });

  test('what is older than two years is dropped, but for the newest of each account', async () => {
    let now = START + 100;
    const store = await open(() => now);
    await record(
      store,
      [alice, counts(1, START)],
      [alice, counts(2, START + 10 * DAY_MS)],
      [bob, counts(7, START - DAY_MS)],
      [bob, counts(8, START)],
    );
    const left = async (account: AccountId) => (await snapshotsOf(store, account)).map(({ followers }) => followers);

    now = START + 730 * DAY_MS;
    expect(await store.snapshots.thin()).toBe(1);
    expect([await left(alice), await left(bob)]).toEqual([[1, 2], [8]]);
    now += 1;
    expect(await store.snapshots.thin()).toBe(1);
    expect([await left(alice), await left(bob)]).toEqual([[2], [8]]);
    now = START + 5000 * DAY_MS;
    expect(await store.snapshots.thin()).toBe(0);
    expect([await left(alice), await left(bob)]).toEqual([[2], [8]]);
  });

  test('at each instant an account has its newest that is young enough, and nothing where there is none', async () => {
    const store = await open();
    await record(
      store,
      [alice, counts(1, START)],
      [alice, counts(2, START + 10)],
      [alice, counts(3, START + 30)],
      [bob, counts(7, START + 25)],
    );
    const { at } = store.snapshots;
    const of = async (maxAge: number, ...instants: readonly number[]) => {
      const found = await at(
        [bob, carol, alice],
        instants.map((ms) => START + ms),
        maxAge,
      );
      return [...found].map(([account, readings]) => [account, readings.map((one) => one?.followers)]);
    };
    expect(await of(20, -1, 0, 9, 10, 29, 30, 49, 50)).toEqual([
      [bob, [undefined, undefined, undefined, undefined, 7, 7, undefined, undefined]],
      [alice, [undefined, 1, 1, 2, 2, 3, 3, undefined]],
    ]);
    // As old as the limit is too old.
    expect(await of(5, 30)).toEqual([[alice, [3]]]);
    expect(await of(5, 5)).toEqual([]);
    expect(await at([], [START], 1)).toEqual(new Map());
    expect((await at([alice], [START + 30], 1)).get(alice)).toEqual([counts(3, START + 30)]);
  });

  test('many accounts at many instants are those that each has alone', async () => {
    const store = await open();
    const many = accounts(...Array.from({ length: 230 }, (_, n) => `a${n}`));
    for (const round of [0, 1, 2])
      await store.snapshots.record(
        new Map(many.map((account, n) => [account, counts(n + 1000 * round, START + round * DAY_MS + n * 60_000)])),
      );
    const instants = Array.from({ length: 14 }, (_, n) => START + n * DAY_MS * 0.25);
    const together = await store.snapshots.at(many, instants, DAY_MS / 2);
    expect([...together.keys()]).toEqual(many);
    for (const n of [0, 1, 70, 71, 229]) {
      const account = many[n] as AccountId;
      const alone = await store.snapshots.at([account], instants, DAY_MS / 2);
      expect(together.get(account)).toEqual(alone.get(account));
      const expected = instants.map((at) =>
        [2, 1, 0]
          .map((round) => counts(n + 1000 * round, START + round * DAY_MS + n * 60_000))
          .find(({ readAt }) => readAt <= at && readAt > at - DAY_MS / 2),
      );
      expect(together.get(account)).toEqual(expected);
    }
  });

  test('the history of the ends of hours and days is the same once the rest was thinned', async () => {
    let now = START;
    const store = await open(() => now);
    const times = Array.from({ length: 48 }, (_, n) => START + n * (HOUR_MS / 2));
    await record(store, ...times.map((readAt, n) => [alice, counts(n, readAt)] as const));
    const ends = [1, 5, 23, 24].map((hours) => START + hours * HOUR_MS - 1);
    const at = async () => (await store.snapshots.at([alice], ends, DAY_MS)).get(alice);
    const before = await at();
    now = START + 2 * DAY_MS;
    await store.snapshots.thin();
    expect(await at()).toEqual(before);
    now = START + 40 * DAY_MS;
    await store.snapshots.thin();
    expect((await at())?.at(-1)).toEqual(before?.at(-1));
  });

  test('every snapshot of a period comes in pages, account after account', async () => {
    const store = await open();
    const many = Array.from({ length: 601 }, (_, n) => counts(n, START + n * HOUR_MS));
    await record(store, ...[0, 1].map((n) => [bob, counts(n, START + n)] as const));
    for (const one of many) await store.snapshots.record(new Map([[alice, one]]));
    const pagesOf = (since: number, until: number) =>
      Array.fromAsync(store.snapshots.pages([carol, alice, bob], { since, until }));
    const pages = await pagesOf(START, START + 600 * HOUR_MS);
    expect(pages.map(({ length }) => length)).toEqual([500, 101, 2]);
    expect(pages.flat()).toEqual([
      ...many.map((one) => ({ account: alice, ...one })),
      ...[0, 1].map((n) => ({ account: bob, ...counts(n, START + n) })),
    ]);
    // Both ends belong to it.
    expect((await pagesOf(START + HOUR_MS, START + 2 * HOUR_MS)).flat().map(({ followers }) => followers)).toEqual([
      1, 2,
    ]);
    expect(await pagesOf(START + 1, START + 1)).toEqual([[{ account: bob, ...counts(1, START + 1) }]]);
    expect(await pagesOf(START - 2, START - 1)).toEqual([]);
  });

  test('numbers beyond 32 bits are kept', async () => {
    const store = await open();
    await record(store, [alice, counts(2 ** 40, START)]);
    expect(await snapshotsOf(store, alice)).toEqual([counts(2 ** 40, START)]);
  });
}
