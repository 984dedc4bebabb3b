import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createOwedAnswers, type OwedAnswer } from '../../../src/slack/connection/owed-answers.ts';
import { STALE_MS, WATCHED_MS } from '../../../src/slack/connection/stale-answers.ts';
import { createMemoryValues } from '../../followstats/memory-values.ts';

const command = {
  command: '/followstats',
  text: 'alice',
  user_id: 'U1',
  channel_id: 'C1',
  response_url: 'https://x/1',
};

/** Replicas on one store; time passes only when a test says so. */
function scene() {
  const values = createMemoryValues();
  let at = 1_000_000;
  /** As `claim-requests.ts` does it. */
  async function write(owed: OwedAnswer): Promise<void> {
    const value = owed.take();
    if (value === undefined) return;
    await values.add(owed.key, value, 1);
    owed.written();
  }
  return {
    values,
    write,
    pass(ms: number) {
      at += ms;
    },
    /** @param aheadMs how much its own clock is ahead of the others' */
    replica(aheadMs = 0, gatheredMs = 0) {
      const owed = createOwedAnswers({ values, now: () => at + aheadMs, monotonic: () => at, gatheredMs });
      return {
        ...owed,
        /** One look. @returns whom it finds to tell */
        async look() {
          const found = await Array.fromAsync(owed.takeStale());
          return found.map(({ owed: { personId } }) => personId);
        },
        /** As the receiver does it. */
        async take(id: string, body: Record<string, unknown>) {
          const begun = owed.begin(id, body);
          if (begun) await write(begun);
          return begun;
        },
      };
    },
  };
}

test('of a replica that was killed another one finds what is owed, once, and who has waited for it', async () => {
  const { pass, replica } = scene();
  const [killed, first, second] = [replica(), replica(), replica()];
  await killed.take('a', command);
  expect([await first.look(), await second.look()]).toEqual([[], []]);
  pass(STALE_MS - 1);
  expect(await first.look()).toEqual([]);
  pass(1);
  const taken = [...(await Array.fromAsync(first.takeStale())), ...(await Array.fromAsync(second.takeStale()))];
  expect(taken).toMatchObject([{ owed: { personId: 'U1', channelId: 'C1', askedAt: 1_000_000 } }]);
  await first.drop(taken[0]?.key ?? '');
  expect(await second.look()).toEqual([]);
});

test('one that starts later finds it as well, once it has seen it stand still', async () => {
  const { pass, replica } = scene();
  await replica().take('a', command);
  pass(STALE_MS);
  const later = replica();
  expect([await later.look(), later.lookAgainMs()]).toEqual([[], WATCHED_MS]);
  pass(WATCHED_MS - 1);
  expect([await later.look(), later.lookAgainMs()]).toEqual([[], 1]);
  pass(1);
  expect([await later.look(), later.lookAgainMs()]).toEqual([['U1'], undefined]);
});

test.each([-10 * 60_000, -60_000, 60_000, 10 * 60_000])(
  'a clock that is %i ms ahead makes nobody lost, and hides nobody who is',
  async (aheadMs) => {
    const { values, pass, replica } = scene();
    const [alive, other] = [replica(), replica(aheadMs)];
    const owed = await alive.take('a', command);
    const looks: (readonly string[])[] = [];
    for (let n = 1; n <= 5; n += 1) {
      looks.push(await other.look());
      pass(15_000);
      await values.set(
        owed?.key ?? '',
        JSON.stringify({ ...JSON.parse(owed?.take() ?? ''), at: 1_000_000 + n * 15_000 }),
        1,
      );
    }
    expect(looks.flat()).toEqual([]);
    await other.look();
    pass(STALE_MS);
    expect(await other.look()).toEqual(['U1']);
  },
);

test('after a store was away its replicas have time to drop what they have answered meanwhile', async () => {
  const { values, pass, replica } = scene();
  const [one, other] = [replica(), replica()];
  const owed = await one.take('a', command);
  expect(await other.look()).toEqual([]);
  values.setFailure(() => Promise.reject(new Error('away')));
  owed?.end();
  await one.settled();
  pass(STALE_MS);
  await expect(other.look()).rejects.toThrow('away');
  pass(STALE_MS);
  values.setFailure(undefined);
  expect(await other.look()).toEqual([]);
  await one.settled();
  pass(WATCHED_MS);
  expect(await other.look()).toEqual([]);
});

test.each([45_000, 50_000, 60_000, 90_000, 300_000])(
  'a store that was only read for %i ms has nobody told what isn’t so, whenever it is looked',
  async (outageMs) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const told: number[] = [];
    for (let firstLookMs = 0; firstLookMs < 15_000; firstLookMs += 1000) {
      const { values, pass, replica } = scene();
      const [one, other] = [replica(), replica()];
      const owed = await one.take('a', command);
      const writable = { ...values };
      const away = () => Promise.reject(new Error('it takes no writes'));
      Object.assign(values, { add: away, set: away, setAll: away, removeAll: away });
      owed?.end();
      let nextLookMs = firstLookMs;
      for (let ms = 0; ms <= outageMs + STALE_MS; ms += 500) {
        if (ms === outageMs) Object.assign(values, writable);
        if (ms >= nextLookMs) {
          if ((await other.look().catch(() => [])).length > 0) told.push(firstLookMs);
          nextLookMs = ms + Math.min(15_000, other.lookAgainMs() ?? 15_000);
        }
        pass(500);
        await vi.advanceTimersByTimeAsync(500);
      }
      expect(await values.under('owed:')).toEqual(new Map());
    }
    expect(told).toEqual([]);
  },
);

test('what has waited behind others is told by one replica, however long those take', async () => {
  const { values, pass, replica } = scene();
  const [killed, slow, quick] = [replica(), replica(), replica()];
  for (const id of ['a', 'b']) await killed.take(id, { ...command, user_id: `U-${id}` });
  await slow.look();
  await quick.look();
  pass(STALE_MS);
  const told: string[] = [];
  for await (const { key, owed } of slow.takeStale()) {
    told.push(owed.personId);
    if (told.length > 1) continue;
    for await (const other of quick.takeStale()) {
      told.push(other.owed.personId);
      await quick.drop(other.key);
    }
    await slow.drop(key);
    // As its own time has passed by then.
    await values.remove(`telling:${[...(await values.under('telling:')).keys()].at(-1)?.replace('telling:', '')}`);
  }
  expect(told).toEqual(['U-a', 'U-b']);
});

test('what no version wrote that is known here hides nobody', async () => {
  const { values, pass, replica } = scene();
  const [killed, other] = [replica(), replica()];
  await values.add('owed:0:x', 'not JSON', 1);
  await killed.take('a', command);
  await other.look();
  pass(STALE_MS);
  expect(await other.look()).toEqual(['U1']);
});

describe('a request that takes long', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] }));
  afterEach(() => vi.useRealTimers());

  test('that ends while its replica says that it goes on leaves nothing behind', async () => {
    const { values, pass, replica } = scene();
    const one = replica();
    const owed = await one.take('a', command);
    const saying = Promise.withResolvers<void>();
    const began = Promise.withResolvers<void>();
    const { setAll } = values;
    values.setAll = async (...given) => {
      began.resolve();
      await saying.promise;
      await setAll(...given);
    };
    pass(15_000);
    await vi.advanceTimersByTimeAsync(15_000);
    await began.promise;
    owed?.end();
    const settled = one.settled();
    await vi.advanceTimersByTimeAsync(0);
    await settled;
    saying.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(await values.under('')).toEqual(new Map());
  });

  test('that was said to go on before it was written itself leaves nothing behind', async () => {
    const { values, write, replica } = scene();
    const one = replica();
    const owed = one.begin('a', command);
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await values.under('')).size).toBe(1);
    owed?.end();
    if (owed) await write(owed);
    await vi.advanceTimersByTimeAsync(0);
    expect(await values.under('')).toEqual(new Map());
  });

  test('is said to go on together with all others', async () => {
    const { values, pass, replica } = scene();
    const [one, other] = [replica(), replica()];
    for (let n = 0; n < 700; n += 1) await one.take(`${n}`, command);
    const writes: number[] = [];
    const { setAll } = values;
    values.setAll = async (said, ttlMs) => {
      writes.push(said.size);
      await setAll(said, ttlMs);
    };
    for (let n = 0; n < 4; n += 1) {
      expect(await other.look()).toEqual([]);
      pass(15_000);
      await vi.advanceTimersByTimeAsync(15_000);
    }
    expect(writes).toEqual([500, 200, 500, 200, 500, 200, 500, 200]);
  });

  test('that ended while the store was away is dropped when the store is back, without another request', async () => {
    const { values, replica } = scene();
    const one = replica();
    const owed = one.begin('a', command);
    const value = owed?.take() ?? '';
    owed?.end();
    await values.add(owed?.key ?? '', value, 1);
    await vi.advanceTimersByTimeAsync(15_000);
    values.setFailure(() => Promise.reject(new Error('away')));
    owed?.written();
    await vi.advanceTimersByTimeAsync(0);
    values.setFailure(undefined);
    expect((await values.under('')).size).toBe(1);
    await vi.advanceTimersByTimeAsync(15_001);
    expect(await values.under('')).toEqual(new Map());
  });

  test('that ended while the store was away is dropped when it is back, however quickly others come and end', async () => {
    const { values, pass, replica } = scene();
    const [one, other] = [replica(), replica()];
    const owed = await one.take('a', command);
    expect(await other.look()).toEqual([]);
    values.setFailure(() => Promise.reject(new Error('away')));
    owed?.end();
    await vi.advanceTimersByTimeAsync(0);
    values.setFailure(undefined);
    const told: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      pass(10_000);
      await vi.advanceTimersByTimeAsync(10_000);
      (await one.take(`${n}`, command))?.end();
      await vi.advanceTimersByTimeAsync(0);
      told.push(...(await other.look()));
    }
    expect(told).toEqual([]);
    expect(await values.under('owed:')).toEqual(new Map());
  });
});

test('what was answered is owed no more', async () => {
  const { values, pass, replica } = scene();
  const [one, other] = [replica(), replica()];
  const both = [await one.take('a', command), await one.take('b', command)];
  for (const owed of both) owed?.end();
  await one.settled();
  pass(STALE_MS);
  expect(await other.look()).toEqual([]);
  expect(await values.under('')).toEqual(new Map());
});

test('what is still at work here isn’t taken for lost, however long it takes', async () => {
  const { pass, replica } = scene();
  const one = replica();
  await one.take('a', command);
  pass(STALE_MS * 10);
  expect([await one.look(), await one.look()]).toEqual([[], []]);
});

test('a write that comes later than the end leaves nothing behind', async () => {
  const { values, replica } = scene();
  const one = replica();
  const owed = one.begin('a', command);
  const value = owed?.take() ?? '';
  owed?.end();
  const settled = one.settled();
  await values.add(owed?.key ?? '', value, 1);
  owed?.written();
  await settled;
  expect(await values.under('')).toEqual(new Map());
});

test('what ends before its write begins is neither written nor dropped', async () => {
  const { values, write, replica } = scene();
  const one = replica();
  values.setFailure(() => Promise.reject(new Error('asked')));
  const owed = one.begin('a', command);
  owed?.end();
  if (owed) await write(owed);
  await one.settled();
  values.setFailure(undefined);
  expect(await values.under('')).toEqual(new Map());
});

test('those that end one after the other share writes, and until they are dropped nobody is told', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const { values, pass, replica } = scene();
  const [one, other] = [replica(0, 100), replica()];
  const dropped: number[] = [];
  const { removeAll } = values;
  values.removeAll = async (keys) => {
    dropped.push(keys.length);
    await removeAll(keys);
  };
  const all: Awaited<ReturnType<typeof one.take>>[] = [];
  for (let n = 0; n < 20; n += 1) all.push(await one.take(`${n}`, command));
  await other.look();
  pass(STALE_MS - 1000);
  for (const owed of all) {
    owed?.end();
    await vi.advanceTimersByTimeAsync(10);
    pass(10);
    expect(await other.look()).toEqual([]);
  }
  await one.settled();
  expect(dropped).toEqual([1, 9, 10]);
  expect(await values.under('owed:')).toEqual(new Map());
});

test('what ends in whichever moment of another’s being dropped is dropped, too', async () => {
  const left: number[] = [];
  for (let steps = 0; steps < 12; steps += 1) {
    const { values, replica } = scene();
    const one = replica();
    const first = await one.take('a', command);
    const second = one.begin('b', command);
    await values.add(second?.key ?? '', second?.take() ?? '', 1);
    second?.end();
    const { removeAll } = values;
    values.removeAll = async (keys) => {
      values.removeAll = removeAll;
      await removeAll(keys);
      void (async () => {
        for (let step = 0; step < steps; step += 1) await undefined;
        second?.written();
      })();
    };
    first?.end();
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if ((await values.under('')).size > 0) left.push(steps);
  }
  expect(left).toEqual([]);
});

test('what the store doesn’t drop is dropped later', async () => {
  const { values, replica } = scene();
  const one = replica();
  const owed = await one.take('a', command);
  values.setFailure(() => Promise.reject(new Error('away')));
  owed?.end();
  await one.settled();
  values.setFailure(undefined);
  expect((await values.under('')).size).toBe(1);
  await one.settled();
  expect(await values.under('')).toEqual(new Map());
});

test('the URL that answers a request is kept nowhere', async () => {
  const { values, replica } = scene();
  await replica().take('a', command);
  expect([...(await values.under(''))].flat().join()).not.toContain('https');
});

test.each<[string, Record<string, unknown>, boolean]>([
  ['a command', command, true],
  ['a button below a message', { type: 'block_actions', user: { id: 'U1' }, container: { type: 'message' } }, true],
  ['the menu of a message', { type: 'message_action', user: { id: 'U1' }, channel: { id: 'C1' } }, true],
  ['a form', { type: 'view_submission', user: { id: 'U1' } }, true],
  ['a field of a form', { type: 'block_actions', user: { id: 'U1' }, container: { type: 'view' } }, false],
  ['what is typed into a menu', { type: 'block_suggestion', user: { id: 'U1' } }, false],
  ['an event', { type: 'event_callback', event: { type: 'app_home_opened', user: 'U1' } }, false],
  ['no payload of Slack’s', {}, false],
])('%s: an answer is owed or not', async (_, body, isOwed) => {
  expect((await scene().replica().take('a', body)) !== undefined).toBe(isOwed);
});
