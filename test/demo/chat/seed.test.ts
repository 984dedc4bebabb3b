import { expect, test } from 'vitest';
import { createFollowGraph } from '../../../src/demo/chat/follow-graph.ts';
import { createFollowGraphSeed, demoAccounts, demoFollows } from '../../../src/demo/chat/seed.ts';

/** The graph takes only what Chat would: real UserIDs, known accounts, no account that follows itself. */
function countsOfDemo() {
  const graph = createFollowGraph();
  for (const id of demoAccounts) graph.addAccount(id);
  for (const [from, to] of demoFollows) graph.follow(from, to);
  return demoAccounts.map((id) => graph.countsOf(id) ?? expect.unreachable());
}

test('the demo knows alice, bob and carol, and has never heard of ghost', () => {
  expect(demoAccounts).toEqual(expect.arrayContaining(['alice', 'bob', 'carol', '@RBT#news', 'with space', "o'hara"]));
  expect(demoAccounts).not.toContain('ghost');
  expect(new Set(demoAccounts).size).toBe(demoAccounts.length);
});

test('the counts of the demo go from none to dozens', () => {
  const counts = countsOfDemo();
  for (const kind of ['followers', 'following', 'mutual'] as const) {
    const numbers = counts.map((count) => count[kind]);
    expect(Math.min(...numbers)).toBe(0);
    expect(Math.max(...numbers)).toBeGreaterThan(24);
    expect(new Set(numbers).size).toBeGreaterThan(12);
  }
});

test('a big graph has as many accounts as asked for, and is the same each time', () => {
  const seed = createFollowGraphSeed(1000);
  expect(new Set(seed.accounts).size).toBe(1000);
  expect(createFollowGraphSeed(1000)).toEqual(seed);
});
