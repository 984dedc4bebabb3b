import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDroppedCounts } from '../../src/followstats/events/dropped-counts.ts';
import type { Lookup } from '../../src/followstats/types.ts';
import { withCache } from '../../src/lookup/with-cache.ts';
import { accountsOf, failed, found } from '../followstats/reports/sample-lookups.ts';
import { outage, outcomesOf, recordLookup } from './recorded-lookup.ts';

const TTL_MS = 60_000;
const NOON = 1_700_000_000_000;

/** A cache over a look-up whose answers carry the clock's time, and a clock that moves when told. */
function createScene({ max = 100, upstream = {} as Readonly<Record<string, Lookup | Error>> } = {}) {
  let time = NOON;
  let scripted = upstream;
  const recorded = recordLookup((accounts) => {
    const error = Object.values(scripted).find((answer) => answer instanceof Error);
    if (error) return Promise.reject(error);
    return Object.fromEntries(accounts.map((id) => [id, (scripted[id] as Lookup | undefined) ?? found(time)]));
  });
  const lookup = withCache(recorded.lookup, { max, ttlMs: TTL_MS, now: () => time });
  return {
    calls: recorded.calls,
    given: recorded.given,
    ask: (ids: readonly string[], fresh?: boolean) => lookup(accountsOf(...ids), { fresh }),
    moveClock: (ms: number) => {
      time += ms;
    },
    setAnswers: (next: Readonly<Record<string, Lookup | Error>>) => {
      scripted = next;
    },
  };
}

test('what was found is not asked again, and keeps the time it was read at', async () => {
  const { ask, calls, moveClock } = createScene();
  await ask(['alice', 'bob']);
  moveClock(1000);
  expect(await ask(['bob', 'alice'])).toEqual(
    new Map([
      ['bob', found(NOON)],
      ['alice', found(NOON)],
    ]),
  );
  expect(calls).toEqual([['alice', 'bob']]);
});

test('only what is not known is asked, and the answers come in the order asked', async () => {
  const { ask, calls } = createScene();
  await ask(['bob']);
  const answers = await ask(['alice', 'bob', 'carol']);
  expect([...answers]).toEqual(['alice', 'bob', 'carol'].map((account) => [account, found(NOON)]));
  expect(calls).toEqual([['bob'], ['alice', 'carol']]);
});

test('the case of a UserID counts', async () => {
  const { ask, calls } = createScene();
  await ask(['newsdesk']);
  await ask(['NewsDesk']);
  expect(calls).toEqual([['newsdesk'], ['NewsDesk']]);
});

test('a failure is never remembered', async () => {
  const { ask, calls, setAnswers } = createScene({ upstream: { ghost: failed('missing_account', 30003) } });
  expect(outcomesOf(await ask(['alice', 'ghost']))).toEqual({ alice: 'found', ghost: 'missing_account' });
  setAnswers({});
  expect(outcomesOf(await ask(['alice', 'ghost']))).toEqual({ alice: 'found', ghost: 'found' });
  expect(calls).toEqual([['alice', 'ghost'], ['ghost']]);
});

test('what is known is forgotten after its time, and not before', async () => {
  const { ask, calls, moveClock } = createScene();
  await ask(['alice']);
  moveClock(TTL_MS);
  await ask(['alice']);
  expect(calls).toHaveLength(1);
  moveClock(1);
  expect(await ask(['alice'])).toEqual(new Map([['alice', found(NOON + TTL_MS + 1)]]));
  expect(calls).toHaveLength(2);
});

test('being asked for does not keep an answer alive', async () => {
  const { ask, calls, moveClock } = createScene();
  await ask(['alice']);
  for (let n = 0; n < 4; n += 1) {
    moveClock(TTL_MS / 3);
    await ask(['alice']);
  }
  expect(calls).toHaveLength(2);
});

test('beyond its size the cache forgets who was asked for longest ago', async () => {
  const { ask, calls } = createScene({ max: 2 });
  await ask(['alice', 'bob']);
  await ask(['alice']);
  await ask(['carol']);
  await ask(['alice', 'carol', 'bob']);
  expect(calls).toEqual([['alice', 'bob'], ['carol'], ['bob']]);
});

test('a fresh look-up asks for everything, and what it found is remembered', async () => {
  const { ask, calls, moveClock, given } = createScene();
  await ask(['alice']);
  moveClock(1000);
  expect(await ask(['alice'], true)).toEqual(new Map([['alice', found(NOON + 1000)]]));
  expect(await ask(['alice'])).toEqual(new Map([['alice', found(NOON + 1000)]]));
  expect(calls).toEqual([['alice'], ['alice']]);
  expect(given[1]).toEqual({ fresh: true });
});

test('when upstream fails, what is known is answered and the rest marked', async () => {
  const { ask, setAnswers } = createScene();
  await ask(['bob']);
  setAnswers({ any: outage('upstream_unreachable') });
  expect(outcomesOf(await ask(['alice', 'bob']))).toEqual({ alice: 'upstream_unreachable', bob: 'found' });
  setAnswers({});
  expect(outcomesOf(await ask(['alice']))).toEqual({ alice: 'found' });
});

test('when upstream fails and nothing is known, or a fresh answer is wanted, the failure is thrown on', async () => {
  const error = outage('upstream_unreachable');
  const { ask, setAnswers } = createScene();
  await ask(['bob']);
  setAnswers({ any: error });
  await expect(ask(['alice'])).rejects.toBe(error);
  await expect(ask(['bob'], true)).rejects.toBe(error);
  expect(outcomesOf(await ask(['bob']))).toEqual({ bob: 'found' });
});

test('what is past its time is not answered, even when asking again fails', async () => {
  const { ask, moveClock, setAnswers } = createScene();
  await ask(['alice']);
  moveClock(TTL_MS + 1);
  await ask(['bob']);
  setAnswers({ any: outage('upstream_unreachable') });
  expect(outcomesOf(await ask(['alice', 'bob']))).toEqual({ alice: 'upstream_unreachable', bob: 'found' });
});

test('a bug is thrown on, even when something is known', async () => {
  const bug = new TypeError('a bug');
  const { ask, setAnswers } = createScene();
  await ask(['bob']);
  setAnswers({ any: bug });
  await expect(ask(['alice', 'bob'])).rejects.toBe(bug);
});

test('an account that is gone takes its older counts with it', async () => {
  const { lookup, calls } = recordLookup((_, call) => (call === 1 ? { alice: failed('missing_account') } : {}));
  const cached = withCache(lookup, { max: 10, ttlMs: TTL_MS, now: () => NOON });
  const ask = async (fresh: boolean) => outcomesOf(await cached(accountsOf('alice'), { fresh }));
  expect(await ask(false)).toEqual({ alice: 'found' });
  expect(await ask(true)).toEqual({ alice: 'missing_account' });
  expect(calls).toHaveLength(2);
  await ask(false);
  expect(calls).toHaveLength(3);
});

/** A cache whose counts a test can drop, over a look-up that answers only when the test says so. */
function createDropScene() {
  const dropped = createDroppedCounts();
  const waiting: { readonly accounts: readonly string[]; readonly answer: () => void }[] = [];
  const lookup = withCache(
    (accounts) =>
      new Promise((resolve) =>
        waiting.push({ accounts, answer: () => resolve(new Map(accounts.map((id) => [id, found(NOON)]))) }),
      ),
    { max: 100, ttlMs: TTL_MS, droppedCounts: dropped, now: () => NOON },
  );
  return { dropped, waiting, ask: (...ids: readonly string[]) => lookup(accountsOf(...ids)) };
}

test('what has changed is asked anew, and nothing else', async () => {
  const { dropped, waiting, ask } = createDropScene();
  const first = ask('alice', 'bob');
  waiting[0]?.answer();
  await first;
  dropped.drop(new Set(accountsOf('alice', 'carol')));
  const second = ask('alice', 'bob');
  expect(waiting[1]?.accounts).toEqual(['alice']);
  waiting[1]?.answer();
  await second;
  dropped.drop('all');
  void ask('alice', 'bob');
  expect(waiting[2]?.accounts).toEqual(['alice', 'bob']);
});

test('what changed while it was being asked is answered and not remembered; what is asked after that is', async () => {
  const { dropped, waiting, ask } = createDropScene();
  const before = ask('alice', 'bob');
  dropped.drop(new Set(accountsOf('alice')));
  const after = ask('alice');
  waiting[1]?.answer();
  await after;
  waiting[0]?.answer();
  expect((await before).get('alice' as never)).toEqual(found(NOON));
  await ask('alice', 'bob');
  expect(waiting).toHaveLength(2);
  const last = ask('carol');
  dropped.drop('all');
  waiting[2]?.answer();
  await last;
  void ask('carol');
  expect(waiting).toHaveLength(4);
});

test('an answer from before a change is never remembered, whatever comes in between', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('ask' as const), account: fc.constantFrom('a', 'b') }),
    fc.record({ kind: fc.constant('answer' as const), which: fc.nat(5) }),
    fc.record({ kind: fc.constant('drop' as const), account: fc.constantFrom('a', 'b', 'all') }),
  );
  return fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const dropped = createDroppedCounts();
      /** What each account has; goes up with each change. */
      const truth: Record<string, number> = { a: 0, b: 0 };
      const open: (() => void)[] = [];
      const lookup = withCache(
        (accounts) => {
          // Read when it is asked, as a slow answer would be.
          const answers = new Map(accounts.map((id) => [id, found(NOON, truth[id])]));
          return new Promise((resolve) => open.push(() => resolve(answers)));
        },
        { max: 100, ttlMs: TTL_MS, droppedCounts: dropped, now: () => NOON },
      );
      for (const one of steps) {
        if (one.kind === 'answer') open.splice(one.which, 1)[0]?.();
        else if (one.kind === 'drop') {
          for (const id of one.account === 'all' ? ['a', 'b'] : [one.account]) truth[id] = (truth[id] ?? 0) + 1;
          dropped.drop(one.account === 'all' ? 'all' : new Set(accountsOf(one.account)));
        } else {
          const now = truth[one.account];
          const asked = open.length;
          const answering = lookup(accountsOf(one.account));
          // From the cache: then it must be what there is now.
          if (open.length === asked)
            expect((await answering).get(one.account as never)).toMatchObject({ followers: now });
        }
        await Promise.resolve();
        await Promise.resolve();
        await Promise.resolve();
        await Promise.resolve();
      }
    }),
    { numRuns: 300 },
  );
});
