import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFollowGraph } from '../../../src/demo/chat/follow-graph.ts';
import { countJoined, type JoiningTimes, MOST_JOINED } from '../../../src/followstats/history/joining-curve.ts';
import { findJoiningNeed } from '../../../src/followstats/history/joining-need.ts';
import { createReadJoining } from '../../../src/followstats/history/read-joining.ts';
import type { ReadRelations, Relation } from '../../../src/followstats/relations/ports.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { readTimes, writeTimes } from '../../../src/store/joining-times.ts';
import { createMemoryValues } from '../memory-values.ts';
import { AT, historyOf, reading } from './sample-histories.ts';

const alice = 'alice' as AccountId;
const DAY = 86_400_000;
const need = (followers: number, instants: readonly number[] = [AT - DAY, AT]) => ({
  account: alice,
  followers,
  instants,
});

/** What reads the joining times of these fans, a thousand a page, and what was asked and kept for it. */
function scene(fans: readonly Relation[], { waitMs = 3000, read }: { waitMs?: number; read?: ReadRelations } = {}) {
  const asked: string[] = [];
  const kept = new Map<AccountId, JoiningTimes>();
  const errors: unknown[] = [];
  const tracked: Promise<unknown>[] = [];
  const readRelations: ReadRelations = async (account, kind, cursor, options) => {
    asked.push(`${account} ${kind} ${cursor} ${options?.priority}`);
    if (read) return read(account, kind, cursor, options);
    const from = Number(cursor);
    const next = from + 1000 < fans.length ? String(from + 1000) : undefined;
    return { relations: fans.slice(from, from + 1000), unreadable: 0, next, readAt: AT };
  };
  const readJoining = createReadJoining({
    readRelations,
    curves: {
      read: async (account) => kept.get(account),
      keep: async (account, times) => void kept.set(account, times),
      prune: async () => 0,
    },
    values: createMemoryValues(),
    onError: (error) => errors.push(error),
    waitMs,
    track: (work) => tracked.push(work),
    signal: new AbortController().signal,
  });
  return { readJoining, asked, kept, errors, settled: () => Promise.all(tracked) };
}

const fan = (n: number, since: number | undefined): Relation => ({
  account: `f${n}` as AccountId,
  since,
  name: undefined,
});

test('on any graph the curve is how many of those who stayed had come by each instant', async () => {
  const moment = fc.integer({ min: 0, max: 400 }).map((hours) => AT - hours * 3_600_000);
  const change = fc.record({ fan: fc.integer({ min: 0, max: 12 }), at: moment, comes: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 40 }),
      fc.array(moment, { minLength: 2, maxLength: 14 }),
      async (drawn, drawnInstants) => {
        const changes = drawn.toSorted((one, other) => one.at - other.at);
        let now = 0;
        const graph = createFollowGraph({ now: () => now });
        for (const id of ['alice', ...Array.from({ length: 13 }, (_, n) => `f${n}`)]) graph.addAccount(id);
        // Since when each follows who does in the end: the truth, kept apart from the graph.
        const since = new Map<number, number>();
        for (const { fan: n, at, comes } of changes) {
          now = at;
          if (comes) graph.follow(`f${n}`, 'alice');
          else graph.unfollow(`f${n}`, 'alice');
          if (!comes) since.delete(n);
          else if (!since.has(n)) since.set(n, at);
        }
        const fans = [...since].map(([n, at]) => fan(n, at));
        expect(graph.countsOf('alice')?.followers).toBe(fans.length);
        const instants = drawnInstants.toSorted((one, other) => one - other);
        const { readJoining } = scene(fans);
        const joining = await readJoining(need(fans.length, instants));
        const truth = instants.map((instant) => [...since.values()].filter((at) => at <= instant).length);
        expect(joining).toEqual({ kind: 'curve', instants, followers: truth, readAt: AT });
      },
    ),
    { numRuns: 1000 },
  );
});

test('a hundred thousand fans cost a hundred calls, which yield to people, and none the next time', async () => {
  const fans = Array.from({ length: MOST_JOINED }, (_, n) => fan(n, AT - n * 1000));
  const { readJoining, asked, kept } = scene(fans);
  expect(await readJoining(need(MOST_JOINED))).toMatchObject({
    kind: 'curve',
    followers: [MOST_JOINED - 86_400, MOST_JOINED],
  });
  expect(asked).toHaveLength(100);
  expect(asked[0]).toBe('alice fans  export');
  expect(kept.get(alice)?.since).toHaveLength(MOST_JOINED);
  await readJoining(need(MOST_JOINED));
  expect(asked).toHaveLength(100);
});

test('of more nothing is asked, and what turns out to be more is given up', async () => {
  const more = scene([]);
  expect(await more.readJoining(need(MOST_JOINED + 1))).toEqual({ kind: 'too-many' });
  expect(more.asked).toEqual([]);
  const grown = scene(Array.from({ length: MOST_JOINED + 2000 }, (_, n) => fan(n, AT)));
  expect(await grown.readJoining(need(MOST_JOINED))).toEqual({ kind: 'too-many' });
  expect(grown.asked.length).toBeLessThanOrEqual(102);
  expect(grown.kept.size).toBe(0);
});

test('what takes longer than an answer can wait is there the next time, and read once by all who ask', async () => {
  const slow = Promise.withResolvers<void>();
  const { readJoining, asked, settled } = scene([], {
    waitMs: 5,
    read: async () => {
      await slow.promise;
      return { relations: [fan(1, AT - 2 * DAY), fan(2, undefined)], unreadable: 0, next: undefined, readAt: AT };
    },
  });
  expect(await readJoining(need(2))).toEqual({ kind: 'pending' });
  expect(await readJoining(need(2))).toEqual({ kind: 'pending' });
  slow.resolve();
  await settled();
  expect(await readJoining(need(2))).toMatchObject({ kind: 'curve', followers: [1, 1] });
  expect(asked).toHaveLength(1);
});

test('a failure of Chat is said and not kept: the next time it is asked again', async () => {
  let fails = true;
  const { readJoining, errors } = scene([], {
    read: async () => {
      if (fails) throw new Error('away');
      return { relations: [], unreadable: 0, next: undefined, readAt: AT };
    },
  });
  expect(await readJoining(need(1))).toEqual({ kind: 'failed' });
  expect(errors).toHaveLength(1);
  fails = false;
  expect(await readJoining(need(1))).toMatchObject({ kind: 'curve', followers: [0, 0] });
});

test('it is wanted of a single account that was first read after the span began', () => {
  expect(findJoiningNeed(historyOf({ alice: [5, 6] }))).toMatchObject({ account: alice, followers: 6 });
  expect(findJoiningNeed(historyOf({ alice: [5, 6] }))?.instants).toHaveLength(10);
  expect(findJoiningNeed(historyOf({ alice: [5, 6], bob: [5, 6] }))).toBeUndefined();
  expect(
    findJoiningNeed(historyOf({ alice: [5, 6] }, { firsts: { alice: reading(1, AT - 90 * DAY) } })),
  ).toBeUndefined();
  expect(findJoiningNeed(historyOf({}))).toBeUndefined();
});

test('times are written to the second and read as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4_102_444_800 })), (seconds) => {
      const times = seconds.map((second) => second * 1000);
      expect(readTimes(writeTimes(times))).toEqual(times);
      const sorted = times.toSorted((one, other) => one - other);
      expect(countJoined({ since: sorted }, [Number.MAX_SAFE_INTEGER])).toEqual([times.length]);
    }),
  );
});
