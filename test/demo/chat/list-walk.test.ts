import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChatData, CommandResult } from '../../../src/demo/chat/command.ts';
import { followGet } from '../../../src/demo/chat/follow-get.ts';
import { createFollowGraph } from '../../../src/demo/chat/follow-graph.ts';

const ids = ['alice', 'bob', 'carol', 'dave', '@RBT#news', 'with space'];
const anEdge = fc.record({
  from: fc.constantFrom(...ids),
  to: fc.constantFrom(...ids),
  at: fc.integer({ min: 1, max: 2_000_000_000_000 }),
});

type Page = Extract<CommandResult, { kind: 'answered' }>;

/** Every item of a list, read page by page. */
function walk(data: ChatData, account: string, type: number, size: number): readonly (readonly [string, unknown])[] {
  const items: (readonly [string, unknown])[] = [];
  for (let cursor: unknown = '', pages = 0; cursor !== '' || pages === 0; pages += 1) {
    const body = { From_Account: account, FollowType: type, StartCursor: cursor, WantNum: size };
    const page = followGet(body, data) as Page;
    expect(page.kind).toBe('answered');
    expect(page.items.length).toBeLessThanOrEqual(size);
    // Only a list that is empty has an empty page.
    expect(page.items.length > 0 || pages === 0).toBe(true);
    items.push(...page.items.map((item) => [item.To_Account, item.FollowTime] as const));
    cursor = page.extra?.NextCursor;
  }
  return items;
}

test('walking through any list, by pages of any size, meets everybody once with the right date, and agrees with the counts', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anEdge, { selector: ({ from, to }) => `${from}>${to}`, maxLength: 30 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom(0, 1, 13),
      (wanted, size, audience) => {
        const joinedAt = (_: string, index: number) => index * 60_000;
        const sizeOf = (id: string) => (id === 'alice' ? audience : 0);
        const graph = createFollowGraph({ audience: { sizeOf, joinedAt } });
        for (const id of ids) graph.addAccount(id);
        const edges = wanted.filter(({ from, to }) => from !== to);
        for (const { from, to, at } of edges) graph.follow(from, to, at);
        const data: ChatData = {
          graph,
          nicknameOf: () => undefined,
          largestPage: { accounts: 1000, above: 'reject' },
        };
        const seconds = (ms: number) => Math.floor(ms / 1000);
        for (const id of ids) {
          const [fans, following, mutual] = [1, 2, 3].map((type) => walk(data, id, type, size));
          const back = new Map(edges.filter(({ to }) => to === id).map(({ from, at }) => [from, at]));
          const out = new Map(edges.filter(({ from }) => from === id).map(({ to, at }) => [to, at]));
          const relations = fans?.filter(([name]) => ids.includes(name)) ?? [];
          expect(new Map(relations)).toEqual(new Map([...back].map(([name, at]) => [name, seconds(at)])));
          const crowd = fans?.filter(([name]) => !ids.includes(name)).map(([, at]) => at);
          expect(crowd).toEqual(Array.from({ length: sizeOf(id) }, (_, index) => index * 60).reverse());
          expect(new Map(following)).toEqual(new Map([...out].map(([name, at]) => [name, seconds(at)])));
          const both = [...out].filter(([name]) => back.has(name));
          expect(new Map(mutual)).toEqual(
            new Map(both.map(([name, at]) => [name, seconds(Math.max(at, back.get(name) ?? 0))])),
          );
          expect(graph.countsOf(id)).toEqual({
            followers: fans?.length,
            following: following?.length,
            mutual: mutual?.length,
          });
        }
      },
    ),
    { numRuns: 60 },
  );
});
