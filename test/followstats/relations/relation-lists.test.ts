import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadRelations } from '../../../src/followstats/relations/ports.ts';
import { createRelationLists, type RelationLists } from '../../../src/followstats/relations/relation-lists.ts';
import { PAGE_SIZE, type RelationPage } from '../../../src/followstats/relations/relation-page.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { found, manyAccounts } from '../reports/sample-lookups.ts';
import { listOf } from './sample-lists.ts';

const alice = 'alice' as AccountId;
const options = { signal: new AbortController().signal };

function scene(readRelations: ReadRelations): { readonly lists: RelationLists; readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const values = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: string) => void kept.set(key, value),
  };
  const lookup = async () => new Map([[alice, found(0, 7)]]);
  return { kept, lists: createRelationLists({ values, readRelations, lookup, nameOf: (_, name) => name }) };
}

const open = ({ open: begin }: RelationLists) => begin({ personId: 'U1', account: alice, kind: 'fans' }, options);

/** All pages, by *Next* from the first. */
async function pagesOf(lists: RelationLists): Promise<readonly RelationPage[]> {
  const pages = [await open(lists)];
  for (let page = pages[0]; page?.next; page = pages.at(-1)) {
    const turned = await lists.turn('U1', page.listId, page.next, options);
    if (!turned) throw new Error('a page on a button was not there');
    pages.push(turned);
  }
  return pages;
}

const namesOf = (page: RelationPage): readonly string[] => page.relations.map(({ account }) => account);

describe('paging', () => {
  const parts = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 5 }).map((sizes) => {
    return sizes.map((size, part) => Array.from({ length: size }, (_, n) => `user_${part}_${n}`));
  });

  test('next leads through each account once, in pages that are counted right; previous leads back the same way', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.boolean(), async (given, isDoubled) => {
        // What comes meanwhile moves the last of a part into the next.
        const moved = isDoubled ? given.map((part, n) => [...(given[n - 1]?.slice(-3) ?? []), ...part]) : given;
        const { readRelations, calls } = listOf(moved);
        const { lists } = scene(readRelations);
        const pages = await pagesOf(lists);
        expect(pages.flatMap(namesOf)).toEqual(given.flat());
        for (const [n, page] of pages.entries()) {
          expect(page.relations.length).toBeLessThanOrEqual(PAGE_SIZE);
          expect(page.before).toBe(pages.slice(0, n).flatMap(namesOf).length);
          expect([page.all, page.isCut]).toEqual([7, false]);
        }
        expect(calls).toHaveLength(given.length);
        const back: RelationPage[] = [];
        for (let page = pages.at(-1); page?.previous; page = back.at(-1)) {
          const turned = await lists.turn('U1', page.listId, page.previous, options);
          if (!turned) throw new Error('a page on a button was not there');
          back.push(turned);
        }
        const filled = pages.filter((page) => page.relations.length > 0);
        const wayBack = filled.slice(0, pages.at(-1)?.relations.length === 0 ? undefined : -1);
        expect(back.map(namesOf)).toEqual(wayBack.map(namesOf).toReversed());
        // Turned to before: nothing is asked again.
        expect(calls).toHaveLength(given.length);
      }),
      { numRuns: 40 },
    );
  });

  test('a part that the store has dropped is asked for again, by its own cursor', async () => {
    const { readRelations, calls } = listOf([manyAccounts(60), ['last']]);
    const { lists, kept } = scene(readRelations);
    const pages = await pagesOf(lists);
    const [first] = pages as [RelationPage];
    kept.delete(`relations:${first.listId}:0`);
    const again = await lists.turn('U1', first.listId, { part: 0, page: 1 }, options);
    expect(again && namesOf(again)).toHaveLength(10);
    expect(calls).toEqual(['', 'c1', '']);
    expect(again?.next).toEqual({ part: 1, page: 0 });
  });
});

describe('what a client says', () => {
  test.each([
    ['another person', 'U2', {}, {}],
    ['a list that never was', 'U1', { listId: '00000000-0000-4000-8000-000000000000' }, {}],
    ['no id at all', 'U1', { listId: 'slot:1' }, {}],
    ['a part that was never come to', 'U1', {}, { part: 7, page: 0 }],
  ])('%s gets no page', async (_, personId, changes, place) => {
    const { readRelations, calls } = listOf([manyAccounts(60)]);
    const { lists } = scene(readRelations);
    const { listId } = { ...(await open(lists)), ...changes };
    expect(await lists.turn(personId, listId, { part: 0, page: 1, ...place }, options)).toBeUndefined();
    expect(calls).toHaveLength(1);
  });

  test('a page behind the last is the last', async () => {
    const { lists } = scene(listOf([manyAccounts(60)]).readRelations);
    const { listId } = await open(lists);
    const page = await lists.turn('U1', listId, { part: 0, page: 9999 }, options);
    expect(page?.relations).toHaveLength(10);
  });

  test.each(['', 'null', '{}', '{"personId":"U1","cursors":[1]}'])(
    'a kept list that reads %j has lapsed',
    async (text) => {
      const { lists, kept } = scene(listOf([manyAccounts(60)]).readRelations);
      const { listId } = await open(lists);
      if (text) kept.set(`relations:${listId}`, text);
      else kept.delete(`relations:${listId}`);
      expect(await lists.turn('U1', listId, { part: 0, page: 1 }, options)).toBeUndefined();
    },
  );
});

test('a list that comes back to an earlier part, or never to another account, is no list', async () => {
  let calls = 0;
  const endless: ReadRelations = async () => {
    calls += 1;
    return { relations: [], unreadable: 0, next: `c${calls}`, readAt: 0 };
  };
  await expect(open(scene(endless).lists)).rejects.toMatchObject({ failure: { code: 'upstream_changed' } });
  expect(calls).toBeLessThan(20);
  const circle: ReadRelations = async (_account, _kind, cursor) => ({
    ...{ relations: [], unreadable: 0, readAt: 0 },
    next: cursor === 'a' ? 'b' : 'a',
  });
  await expect(open(scene(circle).lists)).rejects.toMatchObject({ failure: { code: 'upstream_changed' } });
});
