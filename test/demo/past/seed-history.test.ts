import { expect, onTestFinished, test } from 'vitest';
import { createDemoCounts, STARS } from '../../../src/demo/chat/demo-audience.ts';
import { seedHistory } from '../../../src/demo/past/seed-history.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { openStore, type Store } from '../../../src/store/open.ts';
import { temporaryFolder } from '../../store/new-store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PRESENT = Date.parse('2026-11-29T14:00:00Z');
const stars = Object.keys(STARS) as AccountId[];

/** Every snapshot of an account, the oldest first. */
async function historyOf({ snapshots }: Pick<Store, 'snapshots'>, account: AccountId, since = 0) {
  const pages = await Array.fromAsync(snapshots.pages([account], { since, until: PRESENT }));
  return pages.flat().map(({ account: _, ...read }) => read);
}

async function seeded(heardSince?: number) {
  const options = { kind: 'sqlite', folder: temporaryFolder(), now: () => PRESENT } as const;
  await seedHistory(options, PRESENT, heardSince);
  const store = await openStore(options);
  onTestFinished(() => store.close());
  return store;
}

test('the store holds a year of every star, day by day and in the last month hour by hour, by the curve that goes on', async () => {
  const store = await seeded();
  const counts = createDemoCounts(PRESENT);
  for (const account of stars) {
    const history = await historyOf(store, account);
    expect(history[0]?.readAt).toBe(PRESENT - 365 * DAY);
    expect(history.at(-1)?.readAt).toBe(PRESENT - HOUR);
    expect(history.filter(({ readAt }) => readAt < PRESENT - 30 * DAY)).toHaveLength(335);
    expect(history.filter(({ readAt }) => readAt >= PRESENT - 30 * DAY)).toHaveLength(720);
    for (const { readAt, ...read } of history) expect(read).toEqual(counts(account, readAt));
  }
});

test('it is what the app itself would have kept', async () => {
  const store = await seeded();
  const own = await openStore({ kind: 'sqlite', folder: temporaryFolder(), now: () => PRESENT });
  onTestFinished(() => own.close());
  const since = PRESENT - 32 * DAY;
  const [star] = stars as [AccountId];
  const written = await historyOf(store, star, since);
  for (const one of written) await own.snapshots.record(new Map([[star, one]]));
  expect(await historyOf(own, star, since)).toEqual(written);
  expect(await store.snapshots.thin()).toBe(0);
});

test('the accounts are known, so that a typing error is put right', async () => {
  const { knownAccounts } = await seeded();
  expect(await knownAccounts.among(['alice', 'alcie'] as AccountId[])).toEqual(new Set(['alice']));
});

test('it says from when on webhooks were taken, if any were', async () => {
  const [heard, unheard] = [await seeded(PRESENT - 2 * DAY), await seeded()];
  expect(await heard.hearing.spans(PRESENT - 7 * DAY, PRESENT)).toEqual([
    { kind: 'hearing', since: PRESENT - 2 * DAY, until: PRESENT, events: 0 },
  ]);
  expect(await unheard.hearing.spans(PRESENT - 7 * DAY, PRESENT)).toEqual([]);
});
