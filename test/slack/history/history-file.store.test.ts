import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createExportHistory } from '../../../src/followstats/history/export-history.ts';
import { createReadHistory } from '../../../src/followstats/history/read-history.ts';
import { SPANS, type Span } from '../../../src/followstats/history/spans.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { HISTORY_ANSWERS } from '../../../src/slack/blocks/history/history.ts';
import { createWriteHistoryFile } from '../../../src/slack/history/write-history-file.ts';
import type { Store } from '../../../src/store/open.ts';
import { AT, reading } from '../../followstats/history/sample-histories.ts';
import { resolvedOf } from '../../followstats/reports/sample-lookups.ts';
import { describeEngines } from '../../store/engines.ts';
import { openNew } from '../../store/new-store.ts';
import { readCsv } from '../blocks/kit/read-csv.ts';
import { rowsIn } from '../blocks/read-rendering.ts';
import { readerOf } from '../readers.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const reader = readerOf('en-US', 'UTC');

/** How long before the question each reading was made, and what it said: within hours, days, and over the whole year. */
const readings = fc.uniqueArray(
  fc.record({
    ago: fc.oneof(fc.nat(2 * HOUR_MS), fc.nat(3 * DAY_MS), fc.nat(45 * DAY_MS), fc.nat(420 * DAY_MS)),
    followers: fc.nat(50),
  }),
  { maxLength: 25, selector: ({ ago }) => ago },
);

/** A run of the app: what is read of its accounts, when they are asked for, and what is read and dropped until the file is wanted. */
const scene = fc.record({
  past: fc.array(readings, { minLength: 1, maxLength: 3 }),
  span: fc.constantFrom<Span>(...SPANS),
  later: fc.array(fc.nat(2 * HOUR_MS), { maxLength: 4 }),
  isThinnedBefore: fc.boolean(),
  thinnedAfterMs: fc.constantFrom(0, HOUR_MS, 2 * DAY_MS, 40 * DAY_MS, 800 * DAY_MS),
});

const facts = { buttonValue: 'kept 1', maxAccounts: 100, cacheSeconds: 60 };

function partsOf(store: Store) {
  const readHistory = createReadHistory({
    snapshots: store.snapshots,
    findMeant: async () => new Map(),
    readJoining: async () => ({ kind: 'failed' }),
    now: () => AT,
    timeLimitMs: 1000,
    onError: () => {},
  });
  return { readHistory, writeFile: createWriteHistoryFile(createExportHistory(store.snapshots)) };
}

describeEngines('a history’s file', (newStore) => {
  test('has every number that its chart, table and text show, and what else was read in the span, each once', async () => {
    let now = AT;
    const store = await openNew(newStore, () => now);
    const { readHistory, writeFile } = partsOf(store);
    let scenes = 0;
    await fc.assert(
      fc.asyncProperty(scene, async ({ past, span, later, isThinnedBefore, thinnedAfterMs }) => {
        scenes += 1;
        now = AT;
        const ids = [...past.keys()].map((n) => `a${scenes}_${n}` as AccountId);
        const record = (id: AccountId, followers: number, readAt: number) =>
          store.snapshots.record(new Map([[id, reading(followers, readAt)]]));
        for (const [n, all] of past.entries())
          for (const { ago, followers } of all.toSorted((a, b) => b.ago - a.ago))
            await record(ids[n] as AccountId, followers, AT - ago);
        if (isThinnedBefore) await store.snapshots.thin();

        const history = await readHistory(resolvedOf(...ids), span, AbortSignal.timeout(5000));
        for (const ms of later) await record(ids[0] as AccountId, 99, AT + 1 + ms);
        now = AT + thinnedAfterMs;
        if (thinnedAfterMs > 0) await store.snapshots.thin();
        const [, ...rows] = readCsv((await writeFile(reader, history)) ?? '', ',');

        const inFile = rows.map(([account, followers, following, mutual, at]) => ({
          account,
          counts: [followers, following, mutual].join(' '),
          readAt: Date.parse(at ?? ''),
        }));
        const keys = inFile.map(({ account, readAt }) => `${account} ${readAt}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { account, readings: shown } of history.accounts) {
          const own = inFile.filter((one) => one.account === account);
          expect(own.map(({ readAt }) => readAt)).toEqual(own.map(({ readAt }) => readAt).toSorted((a, b) => a - b));
          for (const one of shown) {
            if (!one) continue;
            const { followers, following, mutual, readAt } = one;
            expect(own).toContainEqual({ account, readAt, counts: [followers, following, mutual].join(' ') });
          }
        }
        // What was read after the question isn't in it, and who has no readings has a line all the same.
        expect(inFile.filter(({ readAt }) => readAt > AT)).toEqual([]);
        const bare = inFile.filter(({ readAt }) => Number.isNaN(readAt)).map(({ account }) => account);
        expect(bare).toEqual(history.unkept.map(({ account }) => account));

        if (history.accounts.length !== 1) return;
        const { renderings } = HISTORY_ANSWERS.history(reader, { kind: 'history', history }, facts);
        const inTable = rowsIn(renderings[0] ?? []).map(([, followers]) => followers);
        const numbers = rows.map(([, followers]) => Number(followers).toLocaleString('en-US'));
        for (const number of inTable.filter((one) => one !== '–')) expect(numbers).toContain(number);
      }),
      { numRuns: 25 },
    );
  });
});
