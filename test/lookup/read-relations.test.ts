import { expect, test } from 'vitest';
import type { RelationPage } from '../../src/followstats/relations/ports.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import { composeReadRelations } from '../../src/lookup/compose.ts';
import { accountsOf } from '../followstats/reports/sample-lookups.ts';
import { outage, recordBudget } from './recorded-lookup.ts';

const [alice] = accountsOf('alice') as [AccountId];
const page: RelationPage = { relations: [], unreadable: 0, next: undefined, readAt: 0 };
const noWait = { sleep: async () => {}, timeout: () => new AbortController().signal };

/** Reads pages of a Chat that answers as `script` says; keeps how many each call asked for. */
function scene(script: (count: number, call: number) => Promise<RelationPage> | RelationPage) {
  const counts: number[] = [];
  const budget = recordBudget();
  const read = composeReadRelations({
    ...{ budget, perCall: { most: 1000, least: 100 }, retryDelayMs: 1, random: () => 0, timers: noWait },
    call: async ({ count }, context) => {
      (context?.permit ?? (await budget.acquire({ urgency: 'urgent' }))).release('taken');
      counts.push(count);
      return script(count, counts.length - 1);
    },
  });
  return { counts, budget, read };
}

test('a page is asked for in the size that is the most Chat gives', async () => {
  const { read, counts } = scene(() => page);
  expect(await read(alice, 'fans', '')).toBe(page);
  expect(counts).toEqual([1000]);
});

test('where that size is rejected, the page comes in the usual one, and so do all from then on', async () => {
  const { read, counts } = scene((count) => (count > 100 ? Promise.reject(outage('rejected_account')) : page));
  expect(await read(alice, 'fans', '')).toBe(page);
  await read(alice, 'fans', 'page-2');
  expect(counts).toEqual([1000, 100, 100]);
});

test('what is rejected in both sizes is the account’s fault, and the size stays', async () => {
  const { read, counts } = scene(() => Promise.reject(outage('rejected_account')));
  await expect(read(alice, 'fans', '')).rejects.toMatchObject({ failure: { code: 'rejected_account' } });
  await expect(read(alice, 'fans', '')).rejects.toMatchObject({ failure: { code: 'rejected_account' } });
  expect(counts).toEqual([1000, 100, 1000, 100]);
});

test('what failed in passing is asked again, what won’t pass isn’t', async () => {
  const passing = scene((_, call) => (call < 2 ? Promise.reject(outage('upstream_failed')) : page));
  expect(await passing.read(alice, 'fans', '')).toBe(page);
  expect(passing.counts).toHaveLength(3);
  const final = scene(() => Promise.reject(outage('missing_account')));
  await expect(final.read(alice, 'fans', '')).rejects.toMatchObject({ failure: { code: 'missing_account' } });
  expect(final.counts).toHaveLength(1);
});

test('what never works is given up after some attempts', async () => {
  const { read, counts } = scene(() => Promise.reject(outage('upstream_status')));
  await expect(read(alice, 'fans', '')).rejects.toMatchObject({ failure: { code: 'upstream_status' } });
  expect(counts).toHaveLength(6);
});

test('a person’s page goes before an export’s', async () => {
  const { read, budget } = scene(() => page);
  await read(alice, 'fans', '');
  await read(alice, 'fans', '', { priority: 'export' });
  expect(budget.asked.map(({ urgency }) => urgency)).toEqual(['urgent', 'normal']);
  expect(budget.outcomes).toEqual(['taken', 'taken']);
});

test('nothing is asked once nobody waits', async () => {
  const gone = new AbortController();
  gone.abort();
  const { read, counts } = scene(() => page);
  await expect(read(alice, 'fans', '', { signal: gone.signal })).rejects.toMatchObject({
    failure: { code: 'out_of_time' },
  });
  expect(counts).toEqual([]);
});

test('what failed isn’t asked again once nobody waits', async () => {
  const gone = new AbortController();
  const { read, counts } = scene(() => {
    gone.abort();
    return Promise.reject(outage('upstream_failed'));
  });
  await expect(read(alice, 'fans', '', { signal: gone.signal })).rejects.toMatchObject({
    failure: { code: 'upstream_failed' },
  });
  expect(counts).toHaveLength(1);
});
