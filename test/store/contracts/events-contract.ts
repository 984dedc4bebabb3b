import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChangedCounts, FollowEvent } from '../../../src/followstats/events/ports.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import type { Store } from '../../../src/store/open.ts';

const NOON = 1_700_000_000_000;
const [alice, bob, carol] = ['alice', 'bob', '@RBT#a b,c'] as AccountId[] as [AccountId, AccountId, AccountId];
const ever = { after: 0, until: Number.MAX_SAFE_INTEGER };

export const follow = (follower: AccountId, account: AccountId, at: number): FollowEvent => ({
  kind: 'follow',
  follower,
  account,
  at,
});
const unfollow = (follower: AccountId, account: AccountId, at: number): FollowEvent => ({
  ...follow(follower, account, at),
  kind: 'unfollow',
});

export function eventsContract(open: (now?: () => number) => Promise<Store>): void {
  test('events given twice, together or later, are kept once, and those that follow and unfollow at one moment both', async () => {
    const { events } = await open();
    const first = follow(bob, alice, NOON);
    expect(await events.record([first, first, unfollow(bob, alice, NOON)])).toBe(2);
    expect(await events.record([first, follow(carol, alice, NOON), follow(bob, alice, NOON + 1)])).toBe(2);
    expect(await events.record([])).toBe(0);
    expect(await events.between(new Map([[alice, ever]]))).toEqual(new Map([[alice, { came: 3, left: 1 }]]));
  });

  test('a period begins after its first moment and ends with its last, each account by its own', async () => {
    const { events } = await open();
    await events.record([
      ...[0, 1, 2, 3].map((n) => follow(bob, alice, NOON + n)),
      ...[0, 1, 2, 3].map((n) => unfollow(alice, carol, NOON + n)),
    ]);
    expect(
      await events.between(
        new Map([
          [alice, { after: NOON, until: NOON + 2 }],
          [carol, { after: NOON + 1, until: NOON + 2 }],
          [bob, ever],
        ]),
      ),
    ).toEqual(
      new Map([
        [alice, { came: 2, left: 0 }],
        [carol, { came: 0, left: 1 }],
      ]),
    );
  });

  test('the last are the newest first, of one kind or both', async () => {
    const { events } = await open();
    await events.record([follow(bob, alice, NOON), unfollow(bob, alice, NOON + 5), follow(carol, alice, NOON + 3)]);
    expect((await events.last(alice, 2)).map(({ at }) => at - NOON)).toEqual([5, 3]);
    expect((await events.last(alice, 9, { ...ever, kind: 'follow' })).map(({ at }) => at - NOON)).toEqual([3, 0]);
    expect((await events.last(alice, 9, { after: NOON, until: NOON + 3 })).map(({ at }) => at - NOON)).toEqual([3]);
    expect(await events.last(bob, 9)).toEqual([]);
  });

  test('the pages hold every event once, the oldest first, also 1,200 of one moment', async () => {
    const { events } = await open();
    const many = Array.from({ length: 1200 }, (_, n) => follow(`f${n}` as AccountId, alice, NOON));
    await events.record([...many, follow(bob, alice, NOON + 1), follow(bob, alice, NOON - 1)]);
    const pages = await Array.fromAsync(events.pages(alice, { after: NOON - 2, until: NOON + 1 }));
    expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(500);
    const all = pages.flat();
    expect(all.map(({ at }) => at)).toEqual([NOON - 1, ...many.map(() => NOON), NOON + 1]);
    expect(new Set(all.map(({ follower }) => follower)).size).toBe(1201);
    expect(await Array.fromAsync(events.pages(alice, { after: NOON + 1, until: NOON + 9 }))).toEqual([]);
  });

  test('what is too old is dropped', async () => {
    const { events } = await open(() => NOON);
    await events.record([follow(bob, alice, NOON - 1001), follow(bob, alice, NOON - 1000)]);
    expect(await events.prune(1000)).toBe(1);
    expect(await events.last(alice, 9)).toMatchObject([{ at: NOON - 1000 }]);
  });

  test('in any order and doubled, the same is kept', async () => {
    const store = await open();
    const accounts = [alice, bob, carol];
    const anyEvent = fc.record({
      kind: fc.constantFrom('follow', 'unfollow'),
      follower: fc.constantFrom(...accounts),
      account: fc.constantFrom(...accounts),
      at: fc.integer({ min: 0, max: 5 }),
    });
    let offset = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { maxLength: 30 }), fc.integer(), async (drawn, seed) => {
        offset += 100;
        const given = drawn.map((event) => ({ ...event, at: event.at + offset }) as FollowEvent);
        const shuffled = given.toSorted((one, other) => ((one.at * 31 + seed) % 7) - ((other.at * 31 + seed) % 7));
        for (const part of [shuffled.slice(0, 9), shuffled.slice(5), given.slice(0, 3)])
          await store.events.record(part);
        const period = { after: offset - 1, until: offset + 99 };
        const kept = await store.events.between(new Map(accounts.map((account) => [account, period])));
        const distinct = new Set(given.map((event) => JSON.stringify(event)));
        const sum = [...kept.values()].reduce((all, { came, left }) => all + came + left, 0);
        expect(sum).toBe(distinct.size);
      }),
      { numRuns: 15 },
    );
  });

  test('listeners are told whose counts changed once it is kept, and not after they ended', async () => {
    const { events, onCountsChanged } = await open();
    const told: ChangedCounts[] = [];
    const end = onCountsChanged((accounts, from) => {
      if (from === 'here') told.push(accounts);
    });
    await events.record([follow(bob, alice, NOON), unfollow(carol, alice, NOON)]);
    end();
    await events.record([follow(carol, bob, NOON)]);
    expect(told).toEqual([new Set([bob, alice, carol])]);
  });
}

export function hearingContract(open: (now?: () => number) => Promise<Store>): void {
  test('a span is written over as it grows, and found by what it touches', async () => {
    const { hearing } = await open(() => NOON);
    const span = { kind: 'hearing', since: NOON, until: NOON + 5, events: 0 } as const;
    await hearing.keep('one', { ...span, until: NOON });
    await hearing.keep('one', span);
    await hearing.keep('loss', { kind: 'lost', since: NOON - 9, until: NOON - 7, events: 3 });
    expect(await hearing.spans(NOON + 5, NOON + 9)).toEqual([span]);
    expect(await hearing.spans(NOON - 7, NOON)).toMatchObject([{ kind: 'lost', events: 3 }, { kind: 'hearing' }]);
    expect(await hearing.spans(NOON + 6, NOON + 9)).toEqual([]);
    expect(await hearing.prune(6)).toBe(1);
    expect(await hearing.spans(0, NOON + 9)).toEqual([span]);
  });
}

export function joiningCurvesContract(open: (now?: () => number) => Promise<Store>): void {
  test('joining times are kept to the second, the last that were written, until they are too old', async () => {
    const { joiningCurves } = await open(() => NOON);
    expect(await joiningCurves.read(alice)).toBeUndefined();
    await joiningCurves.keep(alice, { readAt: NOON - 5, since: [NOON - 9000] });
    const times = { readAt: NOON - 3, since: Array.from({ length: 100_000 }, (_, n) => NOON - 200_000_000 + n * 1000) };
    await joiningCurves.keep(alice, times);
    await joiningCurves.keep(bob, { readAt: NOON, since: [] });
    expect(await joiningCurves.read(alice)).toEqual(times);
    expect(await joiningCurves.read(bob)).toEqual({ readAt: NOON, since: [] });
    expect(await joiningCurves.prune(2)).toBe(1);
    expect(await joiningCurves.read(alice)).toBeUndefined();
  });
}
