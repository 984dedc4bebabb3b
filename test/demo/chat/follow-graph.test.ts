import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFollowGraph } from '../../../src/demo/chat/follow-graph.ts';
import type { FollowGraph } from '../../../src/demo/chat/follow-graph-types.ts';
import type { Relation } from '../../../src/demo/chat/relation.ts';

type Edge = readonly [from: string, to: string];

const ids = ['alice', 'Alice', 'bob', '@RBT#news', 'with space', '__proto__'];
const anId = fc.constantFrom(...ids);
const aDeed = fc.record({ does: fc.constantFrom('add', 'remove', 'follow', 'unfollow'), a: anId, b: anId });

/** Counts by going through a plain list of edges. */
function naiveCounts(edges: readonly Edge[], id: string) {
  const followers = edges.filter(([, to]) => to === id).map(([from]) => from);
  const following = edges.filter(([from]) => from === id).map(([, to]) => to);
  const mutual = followers.filter((follower) => following.includes(follower));
  return { followers: followers.length, following: following.length, mutual: mutual.length };
}

const listOf = (relations: Iterable<Relation>) => [...relations].map(({ id, at }) => [id, at]);

function graphOf(...accounts: readonly string[]): FollowGraph {
  const graph = createFollowGraph();
  for (const id of accounts) graph.addAccount(id);
  return graph;
}

test('the counts are those of a plain list of edges, whatever was done before', () => {
  fc.assert(
    fc.property(fc.array(aDeed, { maxLength: 120 }), (deeds) => {
      const graph = createFollowGraph();
      let accounts: readonly string[] = [];
      let edges: readonly Edge[] = [];

      for (const { does, a, b } of deeds) {
        const others = edges.filter(([from, to]) => from !== a || to !== b);
        const isPossible = a !== b && accounts.includes(a) && accounts.includes(b);
        if (does === 'add') {
          graph.addAccount(a);
          accounts = [...accounts.filter((id) => id !== a), a];
        } else if (does === 'remove') {
          graph.removeAccount(a);
          accounts = accounts.filter((id) => id !== a);
          edges = edges.filter((edge) => !edge.includes(a));
        } else if (does === 'unfollow') {
          graph.unfollow(a, b);
          edges = others;
        } else if (isPossible) {
          graph.follow(a, b);
          edges = [...others, [a, b]];
        } else {
          expect(() => graph.follow(a, b)).toThrow(RangeError);
        }
      }

      for (const id of ids)
        expect(graph.countsOf(id)).toEqual(accounts.includes(id) ? naiveCounts(edges, id) : undefined);
    }),
  );
});

test('followers, following and mutual are listed latest first, with since when', () => {
  const graph = graphOf('alice', 'bob', 'carol');
  graph.follow('carol', 'alice', 100);
  graph.follow('bob', 'alice', 200);
  graph.follow('bob', 'carol', 300);
  graph.follow('alice', 'bob', 400);

  expect(listOf(graph.followersOf('alice'))).toEqual([
    ['bob', 200],
    ['carol', 100],
  ]);
  expect(listOf(graph.followingOf('bob'))).toEqual([
    ['carol', 300],
    ['alice', 200],
  ]);
  expect(listOf(graph.mutualOf('bob'))).toEqual([['alice', 400]]);
  expect(listOf(graph.followersOf('ghost'))).toEqual([]);
});

test('following and no more following say whether they changed anything', () => {
  const graph = graphOf('alice', 'bob');
  expect([graph.follow('alice', 'bob'), graph.follow('alice', 'bob')]).toEqual([true, false]);
  expect([graph.unfollow('alice', 'bob'), graph.unfollow('alice', 'bob')]).toEqual([true, false]);
});

test('an account that comes back after its removal starts without relations', () => {
  const graph = graphOf('alice', 'bob');
  graph.follow('alice', 'bob');
  graph.removeAccount('alice');
  graph.addAccount('alice');

  expect(graph.countsOf('alice')).toEqual({ followers: 0, following: 0, mutual: 0 });
  expect(graph.countsOf('bob')).toEqual({ followers: 0, following: 0, mutual: 0 });
});

test.each(['', 'Zoë', 'a\tb', 'x'.repeat(33)])('%j is refused as a UserID', (id) => {
  expect(() => createFollowGraph().addAccount(id)).toThrow(RangeError);
});

test('an account follows 5,000 others and no more', () => {
  const others = Array.from({ length: 5001 }, (_, index) => `user_${index}`);
  const graph = graphOf('alice', ...others);
  for (const other of others.slice(0, 5000)) graph.follow('alice', other);

  expect(() => graph.follow('alice', 'user_5000')).toThrow(RangeError);
  expect(() => graph.follow('alice', 'user_0')).not.toThrow();
  expect(graph.countsOf('alice')?.following).toBe(5000);
});

test('an audience is among the followers of a known account', () => {
  let audience = 1000;
  const graph = createFollowGraph({ audience: (id) => (id === 'alice' ? audience : 0) });
  for (const id of ['alice', 'bob']) graph.addAccount(id);
  graph.follow('bob', 'alice');
  expect(graph.countsOf('alice')).toEqual({ followers: 1001, following: 0, mutual: 0 });
  audience = 3_000_000;
  expect(graph.countsOf('alice')?.followers).toBe(3_000_001);
  expect(graph.countsOf('bob')).toEqual({ followers: 0, following: 1, mutual: 0 });
  graph.removeAccount('alice');
  expect(graph.countsOf('alice')).toBeUndefined();
});
