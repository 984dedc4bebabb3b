import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CROWD_SIZE, crowdFollower, indexOfFollower, placeInCrowd } from '../../../src/demo/chat/crowd.ts';
import { createFollowGraph } from '../../../src/demo/chat/follow-graph.ts';

const anIndex = fc.integer({ min: 0, max: CROWD_SIZE - 1 });
const anAccount = fc.constantFrom('alice', 'bob', '@RBT#news', 'with space');

test('each index of an account is a UserID of its own, from which the index can be read', () => {
  fc.assert(
    fc.property(anAccount, anIndex, (account, index) => {
      const id = crowdFollower(account, index);
      expect(id).toMatch(/^[\x20-\x7e]{1,32}$/);
      expect(indexOfFollower(account, id)).toBe(index);
    }),
  );
});

test.each(['alice', 'mei', 'mei_1', 'nobody_0000000', 'jun_0000000'])('%j is no member of the crowd', (id) => {
  expect(placeInCrowd(id)).toBeUndefined();
});

const aDeed = fc.record({
  does: fc.constantFrom('follow', 'unfollow', 'grow', 'shrink'),
  to: fc.constantFrom('alice', 'bob'),
  index: fc.integer({ min: 0, max: 12 }),
});

test('counts and lists agree, whoever of the crowd follows or leaves, and however the audience goes', () => {
  fc.assert(
    fc.property(fc.array(aDeed, { maxLength: 60 }), (deeds) => {
      const sizes: Record<string, number> = { alice: 5, bob: 3 };
      const graph = createFollowGraph({ audience: (id) => sizes[id] ?? 0 });
      graph.addAccount('alice');
      graph.addAccount('bob');
      for (const { does, to, index } of deeds) {
        const member = crowdFollower(to, index);
        if (does === 'follow') {
          graph.follow(member, to);
          expect(graph.followedAt(member, to)).toBeDefined();
          graph.follow(to, member);
        } else if (does === 'unfollow') {
          graph.unfollow(member, to);
          expect(graph.followedAt(member, to)).toBeUndefined();
        } else sizes[to] = Math.max(0, (sizes[to] ?? 0) + (does === 'grow' ? 1 : -1));

        for (const id of ['alice', 'bob', member]) {
          const [followers, following, mutual] = [graph.followersOf(id), graph.followingOf(id), graph.mutualOf(id)].map(
            (list) => [...list].map((relation) => relation.id),
          );
          expect(graph.countsOf(id)).toEqual({
            followers: followers?.length,
            following: following?.length,
            mutual: mutual?.length,
          });
          expect(new Set(followers).size).toBe(followers?.length);
          expect(new Set(followers).intersection(new Set(following))).toEqual(new Set(mutual));
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a member that leaves the audience stays away when the audience grows, until it follows again', () => {
  const graph = createFollowGraph({ audience: () => 10, now: () => 5000 });
  graph.addAccount('alice');
  const member = crowdFollower('alice', 4);
  graph.unfollow(member, 'alice');
  expect(graph.countsOf('alice')?.followers).toBe(9);
  graph.follow(member, 'alice');
  expect(graph.countsOf('alice')?.followers).toBe(10);
  expect(graph.followedAt(member, 'alice')).toBe(5000);
});

test('without an audience nobody knows the crowd', () => {
  const graph = createFollowGraph();
  graph.addAccount('alice');
  expect(graph.has(crowdFollower('alice', 0))).toBe(false);
});
