import { expect, test } from 'vitest';
import type { ExportHistory } from '../../../src/followstats/history/export-history.ts';
import type { AccountSnapshot } from '../../../src/followstats/reports/snapshots.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { createWriteHistoryFile } from '../../../src/slack/history/write-history-file.ts';
import { AT, growing, historyOf, reading } from '../../followstats/history/sample-histories.ts';
import { readCsv } from '../blocks/kit/read-csv.ts';
import { readerOf } from '../readers.ts';

const account = '=alice' as AccountId;
const history = historyOf({ [account]: growing(1, 1) });
const page = (...followers: readonly number[]): readonly AccountSnapshot[] =>
  followers.map((count) => ({ account, ...reading(count, AT + count) }));

/** Gives pages, and counts how many files are being read at once. */
function pagesOf(...pages: readonly (readonly AccountSnapshot[])[]) {
  let open = 0;
  const most: number[] = [];
  let given = 0;
  const exportHistory: ExportHistory = async function* () {
    open += 1;
    most.push(open);
    try {
      for (const one of pages) {
        given += 1;
        yield one;
        await Promise.resolve();
      }
    } finally {
      open -= 1;
    }
  };
  return { exportHistory, most, given: () => given };
}

test('all pages are one file, with one head, that runs nothing', async () => {
  const write = createWriteHistoryFile(pagesOf(page(1, 2), page(3)).exportHistory);
  const [head, ...rows] = readCsv((await write(readerOf(), history)) ?? '', ',');
  expect(head).toEqual(['Account', 'Name', 'Followers', 'Following', 'Mutual', 'Read at']);
  expect(rows.map(([id, , followers]) => [id, followers])).toEqual([
    ["'=alice", '1'],
    ["'=alice", '2'],
    ["'=alice", '3'],
  ]);
  expect(rows[0]?.at(-1)).toBe(new Date(AT + 1).toISOString());
});

test('more readings than one file takes are none, and are read no further', async () => {
  const { exportHistory, given } = pagesOf(page(1, 2), page(3), page(4), page(5));
  expect(await createWriteHistoryFile(exportHistory, 5)(readerOf(), history)).toMatch(/5/);
  const before = given();
  expect(await createWriteHistoryFile(exportHistory, 3)(readerOf(), history)).toBeUndefined();
  expect(given() - before).toBe(3);
});

test('files are written one after the other, also behind one that failed', async () => {
  const { exportHistory, most } = pagesOf(page(1), page(2));
  let isFirst = true;
  const write = createWriteHistoryFile((asked) => {
    if (!isFirst) return exportHistory(asked);
    isFirst = false;
    throw new Error('the store is away');
  });
  const written = await Promise.allSettled([1, 2, 3].map(() => write(readerOf(), history)));
  expect(written.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(most).toEqual([1, 1]);
});
