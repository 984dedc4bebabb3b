import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { composeDelivery, type DigestEvents } from '../../../src/digests/compose.ts';
import { LEASE_MS } from '../../../src/digests/delivery/keep-lease.ts';
import type { PostOutcome } from '../../../src/digests/ports.ts';
import { createDraftReport } from '../../../src/digests/report/draft-report.ts';
import type { Lookup, LookupMany } from '../../../src/followstats/types.ts';
import { withNotes } from '../../../src/slack/digests/note-runs.ts';
import { openStore } from '../../../src/store/open.ts';
import { systemTimers } from '../../../src/timers.ts';
import { scheduleOf } from '../../digests/schedule/sample-schedules.ts';
import { createMovedClock } from '../../moved-clock.ts';
import { ADMIN } from '../../store/contracts/askers.ts';
import { claimOne, DAY, daily, HOUR, hourly, NINE, readings, START } from '../../store/contracts/digest-scene.ts';
import { temporaryFolder } from '../../store/new-store.ts';

const UNTOLD: DigestEvents = { onRun() {}, onAbandoned() {}, onUnheld() {}, onNotified() {}, onError() {} };

/** The scheduler over a real store, with what it counts. One digest, first due at nine; Chat and Slack answer at once. */
async function openScheduler(spec = daily) {
  const clock = createMovedClock(START);
  const folder = temporaryFolder();
  const store = await openStore({ kind: 'sqlite', folder, now: clock.now });
  onTestFinished(() => store.close());
  const { id } = await store.digests.create({ ...spec, lists: [] }, ADMIN);
  const counted: Record<string, number> = {};
  const count = (state: string, runs: number) => {
    counted[state] = (counted[state] ?? 0) + runs;
  };
  const world = {
    beforeLookup: async () => {},
    outcome: { kind: 'posted', channelId: 'C0TEAM', ts: '1.000001' } as PostOutcome,
  };
  const lookup: LookupMany = async (accounts) => {
    await world.beforeLookup();
    const found: Lookup = { kind: 'found', followers: 1, following: 1, mutual: 0, readAt: clock.now() };
    return new Map(accounts.map((account) => [account, found]));
  };
  const planner = composeDelivery({
    ...store,
    draftReport: createDraftReport({ ...store, lookup }),
    prepareDigest: async () => async () => world.outcome,
    findPost: async () => ({ kind: 'no-way' }),
    notifyOwner: async () => 'told',
    wakes: [store.onDigestsChanged, clock.onMoved],
    events: withNotes(UNTOLD, { digestRunsEnded: count, digestPosted() {} }, clock.now),
    now: () => performance.now(),
    timers: systemTimers,
  });
  onTestFinished(() => planner.stop());
  async function passTo(to: number): Promise<void> {
    clock.moveTo(to);
    await planner.settled();
  }
  return {
    ...{ clock, store, id, world, planner, passTo, counted },
    /** Writes into the store as another version might. */
    writeSpec(text: string) {
      const db = new DatabaseSync(join(folder, 'followstats.db'));
      db.prepare('update digests set spec = ? where id = ?').run(text, Number(id));
      db.close();
    },
    /** The states of all slots, as the digest's log has them. */
    async logged() {
      const states = (await store.runs.log(id, 500)).map(({ state }) => state as string);
      return Object.fromEntries(
        [...Map.groupBy(states, (state) => state)].map(([state, { length }]) => [state, length]),
      );
    },
  };
}

type Scheduler = Awaited<ReturnType<typeof openScheduler>>;

/** Lets another process take the slot of nine, and die with it before it posts or while it does. */
async function loseHolder({ clock, store }: Scheduler, dies: 'before posting' | 'posting'): Promise<void> {
  clock.moveTo(NINE);
  await store.digests.plan(9);
  const claim = await claimOne(store);
  if (dies === 'posting') await store.runs.startPosting(claim, readings, LEASE_MS);
}

test.each<[string, spec: typeof daily, ends: Record<string, number>, act: (scheduler: Scheduler) => Promise<void>]>([
  [
    'those before the one that is posted late',
    hourly,
    { missed: 3, posted: 1 },
    async ({ planner, passTo }) => {
      planner.start();
      await passTo(NINE + 3 * HOUR);
    },
  ],
  [
    'those that are too old, with none after them',
    { ...daily, schedule: scheduleOf('0 9 * * 1') },
    { missed: 3 },
    async ({ planner, passTo }) => {
      planner.start();
      await passTo(NINE + 16 * DAY);
    },
  ],
  [
    'those before one that is abandoned',
    hourly,
    { missed: 2, unknown: 1, posted: 1 },
    async (scheduler) => {
      const { clock, store, planner, passTo } = scheduler;
      clock.moveTo(NINE + 2 * HOUR);
      await loseHolder({ ...scheduler, clock: { ...clock, moveTo() {} } }, 'posting');
      planner.start();
      await passTo(NINE + 2 * HOUR + LEASE_MS);
      expect(await store.runs.log(scheduler.id, 1)).toMatchObject([{ state: 'unknown', reason: 'holder-died' }]);
      await passTo(NINE + 3 * HOUR);
    },
  ],
  [
    'one whose holder died before it posted, and that a later one overtakes',
    hourly,
    { missed: 1, posted: 1 },
    async (scheduler) => {
      await loseHolder(scheduler, 'before posting');
      scheduler.planner.start();
      await scheduler.passTo(NINE + HOUR);
    },
  ],
  [
    'one whose digest is paused while it is read',
    daily,
    { skipped: 1 },
    async ({ store, id, world, planner, passTo }) => {
      world.beforeLookup = async () => void (await store.digests.pause(id, 'by-person', ADMIN));
      planner.start();
      await passTo(NINE);
      await passTo(NINE + LEASE_MS);
    },
  ],
  [
    'one whose digest is deleted while it waits for another try',
    daily,
    { skipped: 1 },
    async ({ store, id, world, planner, passTo }) => {
      world.outcome = { kind: 'unreachable' };
      planner.start();
      await passTo(NINE);
      await store.digests.delete(id, ADMIN);
      await passTo(NINE + HOUR);
    },
  ],
  [
    'one whose digest can no longer be read',
    daily,
    { failed: 1 },
    async ({ world, writeSpec, planner, passTo }) => {
      world.outcome = { kind: 'unreachable' };
      planner.start();
      await passTo(NINE);
      writeSpec('{');
      await passTo(NINE + HOUR);
    },
  ],
  [
    'one that is posted again, a second time',
    daily,
    { unknown: 1, posted: 1 },
    async ({ store, id, world, planner, passTo, counted }) => {
      world.outcome = { kind: 'no-answer' };
      planner.start();
      await passTo(NINE);
      expect(counted).toEqual({ unknown: 1 });
      world.outcome = { kind: 'posted', channelId: 'C0TEAM', ts: '1.000001' };
      const [run] = await store.runs.log(id, 1);
      if (run) await store.runs.postAgain(run.id);
      await passTo(NINE + HOUR);
    },
  ],
])('slots are counted once, as they end: %s', async (name, spec, ends, act) => {
  const scheduler = await openScheduler(spec);
  await act(scheduler);
  expect(scheduler.counted).toEqual(ends);
  if (!name.endsWith('a second time')) expect(await scheduler.logged()).toEqual(ends);
});
