import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEventIntake } from '../../../src/followstats/events/intake.ts';
import { createEventKeeper } from '../../../src/followstats/events/keep-events.ts';
import type { FollowEvent, HearingSpan } from '../../../src/followstats/events/ports.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { systemTimers } from '../../../src/timers.ts';

const NOON = 1_700_000_000_000;
beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

const eventsOf = (count: number, at = NOON): readonly FollowEvent[] =>
  Array.from({ length: count }, (_, n) => ({
    kind: 'follow',
    follower: `f${n}` as AccountId,
    account: 'alice' as AccountId,
    at,
  }));

/** A keeper whose store can be away, or slow. */
function scene() {
  const batches: number[] = [];
  const lost: HearingSpan[] = [];
  const errors: unknown[] = [];
  const store = { isAway: false, gate: undefined as Promise<void> | undefined };
  const events = {
    async record(given: readonly FollowEvent[]) {
      batches.push(given.length);
      await store.gate;
      if (store.isAway) throw new Error('away');
      return given.length;
    },
  };
  const options = { events, now: Date.now, timers: systemTimers };
  const keeper = createEventKeeper({
    ...options,
    onLost: (span) => lost.push(span),
    onError: (error) => errors.push(error),
  });
  return { keeper, batches, lost, errors, store, options };
}

test('webhooks that come together share a transaction, also those that come while one is under way', async () => {
  const { keeper, batches, store } = scene();
  const gate = Promise.withResolvers<void>();
  store.gate = gate.promise;
  const first = Promise.all([keeper.take(eventsOf(1)), keeper.take(eventsOf(2))]);
  await vi.advanceTimersByTimeAsync(1);
  const later = Promise.all(Array.from({ length: 50 }, () => keeper.take(eventsOf(1))));
  gate.resolve();
  expect(await first).toEqual(['kept', 'kept']);
  await vi.advanceTimersByTimeAsync(50);
  expect(new Set(await later)).toEqual(new Set(['kept']));
  expect(batches).toEqual([3, 50]);
});

test('with the store away each is answered after half a second, and kept once it is back', async () => {
  const { keeper, lost, errors, store } = scene();
  store.isAway = true;
  const taken = keeper.take(eventsOf(3));
  await vi.advanceTimersByTimeAsync(499);
  expect(keeper.waitingSince()).toBe(NOON);
  await vi.advanceTimersByTimeAsync(1);
  expect(await taken).toBe('waiting');
  store.isAway = false;
  await vi.advanceTimersByTimeAsync(2000);
  expect(keeper.waitingSince()).toBeUndefined();
  expect(errors.length).toBeGreaterThan(0);
  expect(lost).toEqual([]);
});

test('what there is no room for is lost, with when it happened and how many, and nothing that waits', async () => {
  const { keeper, lost, store } = scene();
  store.isAway = true;
  void keeper.take(eventsOf(99_999, NOON - 5));
  const over = await keeper.take([...eventsOf(1, NOON - 9), ...eventsOf(1, NOON)]);
  expect(over).toBe('lost');
  expect(lost).toEqual([{ kind: 'lost', since: NOON - 9, until: NOON, events: 2 }]);
  store.isAway = false;
  const stopping = keeper.stop();
  await vi.advanceTimersByTimeAsync(1000);
  await stopping;
  expect(keeper.waitingSince()).toBeUndefined();
  expect(lost).toHaveLength(1);
});

test('a stop tries once more, and what can’t be kept is lost; after it nothing is taken', async () => {
  const { keeper, lost, store, batches } = scene();
  store.isAway = true;
  void keeper.take(eventsOf(4));
  await vi.advanceTimersByTimeAsync(100);
  const tried = batches.length;
  const stopping = keeper.stop();
  await vi.advanceTimersByTimeAsync(1);
  await stopping;
  expect(batches.length).toBe(tried + 1);
  expect(lost).toMatchObject([{ events: 4 }]);
  expect(await keeper.take(eventsOf(1))).toBe('lost');
});

test('an intake drops counts before anything is kept, and its span ends where the store has all', async () => {
  const { options, store } = scene();
  const dropped: ReadonlySet<AccountId>[] = [];
  const spans = new Map<string, HearingSpan>();
  const intake = createEventIntake({
    ...options,
    hearing: { keep: async (id, span) => void spans.set(id, span) },
    dropCounts: (accounts) => dropped.push(accounts),
    onError: () => {},
    onLost: () => {},
  });
  intake.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([...spans.values()]).toEqual([{ kind: 'hearing', since: NOON, until: NOON + 60_000, events: 0 }]);
  store.isAway = true;
  void intake.take(eventsOf(1));
  expect(dropped).toEqual([new Set(['f0', 'alice'])]);
  await vi.advanceTimersByTimeAsync(120_000);
  expect([...spans.values()]).toMatchObject([{ until: NOON + 60_000 }]);
  const stopping = intake.stop();
  await vi.advanceTimersByTimeAsync(20_000);
  await stopping;
  expect([...spans.values()].map(({ kind, events }) => [kind, events])).toEqual([
    ['hearing', 0],
    ['lost', 1],
  ]);
});
