import { expect, test } from 'vitest';
import type { ReadRelations } from '../../../src/followstats/relations/ports.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { makeExport } from '../../../src/slack/relations/make-export.ts';
import { listOf } from '../../followstats/relations/sample-lists.ts';
import { manyAccounts } from '../../followstats/reports/sample-lookups.ts';
import { readCsv } from '../blocks/kit/read-csv.ts';
import { readerOf } from '../readers.ts';

const alice = 'alice' as AccountId;
const reader = readerOf('en-US');
const { signal } = new AbortController();
const timers = { sleep: async () => {} };
const about = { account: alice, kind: 'fans', signal, timers } as const;

test('a file has each account once, with since when, and says how far it is after each part', async () => {
  const { readRelations } = listOf([manyAccounts(3), ['user_2', '=1+1'], []]);
  const rows: number[] = [];
  const file = await makeExport(reader, { ...about, readRelations, onRows: (count) => rows.push(count) });
  expect(file).toMatchObject({ rows: 4, isCut: false, unreadable: 0 });
  expect(rows).toEqual([3, 4, 4]);
  expect(readCsv(file.content.toString(), ',').map(([account]) => account)).toEqual([
    ...['Account', 'user_0', 'user_1', 'user_2', "'=1+1"],
  ]);
});

test('a list longer than one file takes is cut there, and no further part is asked for', async () => {
  const { readRelations, calls } = listOf([manyAccounts(3), ['bob', 'carol', 'dave'], ['erin']]);
  const file = await makeExport(reader, { ...about, readRelations, onRows: () => {}, most: 4 });
  expect(file).toMatchObject({ rows: 4, isCut: true });
  expect(calls).toHaveLength(2);
});

test('exports ask behind people, and count what can’t be read', async () => {
  const priorities: unknown[] = [];
  const readRelations: ReadRelations = async (_account, _kind, _cursor, options) => {
    priorities.push(options?.priority);
    return { relations: [], unreadable: 2, next: undefined, readAt: 0 };
  };
  const file = await makeExport(reader, { ...about, readRelations, onRows: () => {} });
  expect([file.unreadable, priorities]).toEqual([2, ['export']]);
});
