import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReadRelations } from '../../../src/followstats/relations/ports.ts';
import { walkRelations } from '../../../src/followstats/relations/walk-relations.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { listOf } from './sample-lists.ts';

const alice = 'alice' as AccountId;

async function walk(readRelations: ReadRelations): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const part of walkRelations(readRelations, alice, 'fans')) {
    names.push(...part.relations.map(({ account }) => account));
  }
  return names;
}

test('however often Chat names an account, it comes once, and none is left out', async () => {
  const parts = fc.array(
    fc.array(
      fc.integer({ min: 0, max: 30 }).map((n) => `user_${n}`),
      { maxLength: 8 },
    ),
    {
      minLength: 1,
      maxLength: 9,
    },
  );
  await fc.assert(
    fc.asyncProperty(parts, async (given) => {
      const { readRelations, calls } = listOf(given);
      const names = await walk(readRelations);
      expect(names.toSorted()).toEqual([...new Set(given.flat())].toSorted());
      expect(calls).toHaveLength(given.length);
    }),
  );
});

test('a list that comes back to an earlier page ends as another than documented', async () => {
  let calls = 0;
  const circle: ReadRelations = async (_account, _kind, cursor) => {
    calls += 1;
    const next = cursor === 'b' ? 'a' : cursor === 'a' ? 'b' : 'a';
    return { relations: [], unreadable: 0, next, readAt: 0 };
  };
  await expect(walk(circle)).rejects.toMatchObject({ failure: { code: 'upstream_changed' } });
  expect(calls).toBe(3);
});

test('a list without an end ends, too: after some parts without another account', async () => {
  let calls = 0;
  const endless: ReadRelations = async () => {
    calls += 1;
    return { relations: [{ account: alice, since: 1, name: undefined }], unreadable: 0, next: `c${calls}`, readAt: 0 };
  };
  await expect(walk(endless)).rejects.toMatchObject({ failure: { code: 'upstream_changed' } });
  expect(calls).toBeLessThan(20);
});
