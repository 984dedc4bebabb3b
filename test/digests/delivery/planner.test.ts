import { describe, expect, onTestFinished, test } from 'vitest';
import { composeDelivery, type DigestEvents } from '../../../src/digests/compose.ts';
import type { PostOutcome } from '../../../src/digests/ports.ts';
import { createDraftReport } from '../../../src/digests/report/draft-report.ts';
import type { Lookup, LookupMany } from '../../../src/followstats/types.ts';
import { openStore } from '../../../src/store/open.ts';
import { systemTimers } from '../../../src/timers.ts';
import { createMovedClock } from '../../moved-clock.ts';
import { ADMIN } from '../../store/contracts/askers.ts';
import { daily, HOUR, MINUTE, NINE, START } from '../../store/contracts/digest-scene.ts';
import { temporaryFolder } from '../../store/new-store.ts';

type End = Parameters<DigestEvents['onRun']>[1];

/** The engine over a real store; Chat and Slack answer as the test says. */
async function openEngine({ digests: count = 1, idleWaitMs }: { digests?: number; idleWaitMs?: number } = {}) {
  const clock = createMovedClock(START);
  const store = await openStore({ kind: 'sqlite', folder: temporaryFolder(), now: clock.now });
  onTestFinished(() => store.close());
  for (let n = 0; n < count; n += 1) await store.digests.create({ ...daily, channelId: `C${n}`, lists: [] }, ADMIN);

  const calls = { plan: 0, claim: 0, sent: 0 };
  const ends: End[] = [];
  const errors: unknown[] = [];
  const waiting = new Set<() => void>();
  const world = {
    lookup: (async (accounts) => {
      const found: Lookup = { kind: 'found', followers: 1, following: 1, mutual: 0, readAt: clock.now() };
      return new Map(accounts.map((account) => [account, found]));
    }) as LookupMany,
    send: async (): Promise<PostOutcome> => ({ kind: 'posted', channelId: 'C1', ts: '1.000001' }),
    plan: store.digests.plan,
  };
  const lookAgain = () => {
    for (const look of waiting) look();
  };
  const lookup: LookupMany = (...asked) => world.lookup(...asked);
  const planner = composeDelivery({
    runs: store.runs,
    onRunsEnded: store.onRunsEnded,
    digests: {
      ...store.digests,
      plan: (limit) => {
        calls.plan += 1;
        return world.plan(limit);
      },
    },
    draftReport: createDraftReport({ ...store, lookup }),
    prepareDigest: async () => () => {
      calls.sent += 1;
      lookAgain();
      return world.send();
    },
    findPost: async () => ({ kind: 'no-way' }),
    notifyOwner: async () => 'told',
    // What sleeps shortly is to see by itself that the time has come.
    wakes: idleWaitMs === undefined ? [store.onDigestsChanged, clock.onMoved] : [],
    idleWaitMs,
    events: {
      onRun: (_, end) => {
        ends.push(end);
        lookAgain();
      },
      onAbandoned() {},
      onUnheld() {},
      onNotified() {},
      onError: (error) => {
        errors.push(error);
        lookAgain();
      },
    },
    now: () => performance.now(),
    timers: systemTimers,
  });
  onTestFinished(() => planner.stop());
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { clock, store, planner, world, calls, ends, errors, until };
}

describe('the planner', () => {
  test('it is settled once what is due has been worked on, and at once where nothing runs', async () => {
    const { clock, planner, world, ends } = await openEngine({ digests: 6 });
    await planner.settled();
    planner.start();
    await planner.settled();
    expect(ends).toEqual([]);
    clock.moveTo(NINE);
    await planner.settled();
    expect(ends.map(({ state }) => state)).toEqual(Array(6).fill('posted'));

    world.send = async () => ({ kind: 'rate-limited', retryAfterMs: 5000 });
    clock.moveTo(NINE + 24 * HOUR);
    await planner.settled();
    expect(ends.slice(6).map(({ state }) => state)).toEqual(Array(6).fill('due'));
    await planner.stop();
    await planner.settled();
  });

  test('a stop settles what still waits', async () => {
    const { clock, planner, world, until, calls } = await openEngine();
    const { promise, resolve } = Promise.withResolvers<void>();
    world.send = async () => {
      await promise;
      return { kind: 'posted', channelId: 'C1', ts: '1.000001' };
    };
    planner.start();
    clock.moveTo(NINE);
    let isSettled = false;
    const settled = planner.settled().then(() => {
      isSettled = true;
    });
    await until(() => calls.sent === 1);
    const stopped = planner.stop();
    expect(isSettled).toBe(false);
    resolve();
    await Promise.all([stopped, settled]);
    expect(calls.sent).toBe(1);
  });

  test('started twice it delivers once; stopped twice it ends once, and starting it again does nothing', async () => {
    const { clock, planner, ends, calls, until } = await openEngine();
    planner.start();
    planner.start();
    clock.moveTo(NINE);
    await until(() => ends.length === 1);
    await Promise.all([planner.stop(), planner.stop()]);
    const { plan } = calls;
    planner.start();
    clock.moveTo(NINE + HOUR);
    expect(calls).toMatchObject({ plan, sent: 1 });
    expect(ends).toMatchObject([{ state: 'posted' }]);
  });

  test('asks the store a few times for each run, and not in between', async () => {
    const { clock, planner, ends, calls, until } = await openEngine({ digests: 20 });
    planner.start();
    clock.moveTo(NINE);
    await until(() => ends.length === 20);
    await planner.stop();
    expect(calls.sent).toBe(20);
    // One look at the start, one for the clock, one for each run that made room; each ends with a plan that finds nothing.
    expect(calls.plan).toBeLessThanOrEqual(2 * (20 + 3));
  });

  test('a person’s run is delivered at once, whatever the clock says', async () => {
    const { store, planner, ends, until } = await openEngine();
    planner.start();
    await store.runs.ask('1' as never, ADMIN);
    await until(() => ends.length === 1);
    expect(ends).toMatchObject([{ state: 'posted' }]);
  });

  test('what gives no signal is seen after the longest sleep', async () => {
    const { clock, planner, ends, until } = await openEngine({ idleWaitMs: 1 });
    planner.start();
    clock.moveTo(NINE);
    await until(() => ends.length === 1);
    expect(ends).toMatchObject([{ state: 'posted' }]);
  });

  test('a failure of the store is reported once a try, and overcome', async () => {
    const { clock, planner, world, ends, errors, until } = await openEngine();
    const { plan } = world;
    let isBroken = true;
    world.plan = (limit) => (isBroken ? Promise.reject(new Error('the disk is full')) : plan(limit));
    planner.start();
    await until(() => errors.length === 1);
    clock.moveTo(NINE);
    clock.moveTo(NINE + 1);
    isBroken = false;
    await until(() => ends.length === 1);
    expect(errors).toHaveLength(1);
    expect(ends).toMatchObject([{ state: 'posted' }]);
  });

  test('a stop lets a post that is on its way end, and puts back what is still being read', async () => {
    const { clock, store, planner, world, ends, calls, until } = await openEngine({ digests: 2 });
    const { promise: isAnswered, resolve: answer } = Promise.withResolvers<PostOutcome>();
    const { promise: isSending, resolve: sending } = Promise.withResolvers<void>();
    const { promise: isAsking, resolve: asking } = Promise.withResolvers<void>();
    const lookUp = world.lookup;
    world.lookup = (accounts, options = {}) => {
      if (options.caller === 'digest 1') return lookUp(accounts, options);
      asking();
      return new Promise((_, reject) =>
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason)),
      );
    };
    world.send = () => {
      sending();
      return isAnswered;
    };
    planner.start();
    clock.moveTo(NINE);
    await Promise.all([isSending, isAsking]);
    const stopped = planner.stop();
    await until(() => ends.length === 1);
    answer({ kind: 'posted', channelId: 'C0', ts: '1.000001' });
    await stopped;
    expect(ends.map(({ state }) => state).toSorted()).toEqual(['due', 'posted']);
    expect(calls.sent).toBe(1);
    const [again] = await store.runs.claim(5, MINUTE);
    expect(again?.digest.id).toBe('2');
  });

  test('a bug is tried again for a quarter of an hour, then the run fails', async () => {
    const { clock, store, planner, world, ends, errors, until } = await openEngine();
    world.lookup = () => Promise.reject(new TypeError('x is not a function'));
    planner.start();
    for (let at = NINE; ends.at(-1)?.state !== 'failed'; at += 4 * MINUTE) {
      const before = ends.length;
      clock.moveTo(at);
      await until(() => ends.length > before);
    }
    expect(clock.now() - NINE).toBe(16 * MINUTE);
    expect(errors.length).toBe(ends.length);
    expect(await store.runs.log('1' as never, 1)).toMatchObject([{ state: 'failed', reason: 'broken' }]);
  });

  test.each<[string, PostOutcome, object]>([
    [
      'Slack that can’t be reached puts the run off',
      { kind: 'unreachable' },
      { state: 'due', reason: 'slack-unreachable' },
    ],
    [
      'a service that is away does, too, with Slack’s word for it',
      { kind: 'rejected', code: 'service_unavailable' },
      { state: 'due', reason: 'slack-unreachable', slackError: 'service_unavailable' },
    ],
    [
      'any other rejection ends the run and leaves the digest active',
      { kind: 'rejected', code: 'metadata_too_large' },
      { state: 'failed', reason: 'slack-refused:metadata_too_large', slackError: 'metadata_too_large' },
    ],
    [
      'a wait beyond the quarter of an hour ends it',
      { kind: 'rate-limited', retryAfterMs: HOUR },
      { state: 'failed', reason: 'rate-limited' },
    ],
  ])('%s', async (_, outcome, end) => {
    const { clock, store, planner, world, ends, until } = await openEngine();
    world.send = async () => outcome;
    planner.start();
    clock.moveTo(NINE);
    await until(() => ends.length === 1);
    await planner.stop();
    expect(ends).toMatchObject([end]);
    expect((await store.digests.read('1' as never))?.state).toEqual({ kind: 'active' });
  });

  test('a holder that lost its run to another posts nothing', async () => {
    const { clock, store, planner, world, ends, calls, until } = await openEngine();
    const lookUp = world.lookup;
    world.lookup = async (...asked) => {
      clock.moveTo(NINE + 2 * MINUTE);
      await store.runs.claim(1, HOUR);
      return lookUp(...asked);
    };
    planner.start();
    clock.moveTo(NINE);
    await until(() => ends.length > 0);
    expect(ends[0]).toMatchObject({ state: 'let-go' });
    expect(calls.sent).toBe(0);
  });
});
