import { expect, onTestFinished, test, vi } from 'vitest';
import { createClaimRequests } from '../../../src/slack/connection/claim-requests.ts';

/** A store of which each write ends when the test says so. */
function open(timeLimitMs?: number, now?: () => number) {
  const kept = new Set<string>();
  const writes: { readonly size: number; readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
  const failures: { readonly error: unknown; readonly requests: number }[] = [];
  const wrote = { now: Promise.withResolvers<void>() };
  const claim = createClaimRequests({
    expiringValues: {
      async addAll(values) {
        const { promise, resolve, reject } = Promise.withResolvers<void>();
        writes.push({ size: values.size, end: resolve, fail: reject });
        wrote.now.resolve();
        wrote.now = Promise.withResolvers();
        await promise;
        const added = [...values.keys()].filter((key) => !kept.has(key));
        for (const key of added) kept.add(key);
        return new Set(added);
      },
    },
    onError: (error, requests) => failures.push({ error, requests }),
    ...(timeLimitMs !== undefined && { timeLimitMs }),
    ...(now && { now }),
    gatheredMs: 0,
  });
  return { claim, writes, failures, nextWrite: () => wrote.now.promise };
}

test('those of one moment share one write, and those that come during it the next', async () => {
  const { claim, writes, nextWrite } = open();
  const began = nextWrite();
  const first = Array.from({ length: 200 }, (_, n) => claim(`a${n}`));
  await began;
  const second = Array.from({ length: 50 }, (_, n) => claim(`b${n}`));
  const next = nextWrite();
  writes[0]?.end();
  expect(new Set(await Promise.all(first))).toEqual(new Set([true]));
  await next;
  writes[1]?.end();
  await Promise.all(second);
  expect(writes.map(({ size }) => size)).toEqual([200, 50]);
});

test('of the same request one is claimed, whether the other comes before or after the write', async () => {
  const { claim, writes, nextWrite } = open();
  const began = nextWrite();
  const both = [claim('a'), claim('a')];
  await began;
  writes[0]?.end();
  expect(await Promise.all(both)).toEqual([true, false]);
  const again = nextWrite();
  const later = claim('a');
  await again;
  writes[1]?.end();
  expect(await later).toBe(false);
});

test('what the store can’t say is done, and logged once', async () => {
  const { claim, writes, failures, nextWrite } = open();
  const began = nextWrite();
  const claims = [claim('a'), claim('b')];
  await began;
  writes[0]?.fail(new Error('away'));
  expect(await Promise.all(claims)).toEqual([true, true]);
  expect(failures).toMatchObject([{ error: { message: 'away' }, requests: 2 }]);
});

test('what is owed no more by the time that its write begins is not written', async () => {
  const { claim, writes, nextWrite } = open();
  const began = nextWrite();
  const first = claim('a');
  await began;
  const owed = (key: string, value: string | undefined) => ({ key, take: () => value, written: vi.fn(), end: vi.fn() });
  const [over, still] = [owed('owed:1', undefined), owed('owed:2', 'value')];
  const later = Promise.all([claim(undefined, over), claim(undefined, still)]);
  const next = nextWrite();
  writes[0]?.end();
  await first;
  await next;
  writes[1]?.end();
  expect(await later).toEqual([true, true]);
  expect(writes.map(({ size }) => size)).toEqual([1, 1]);
  expect([over.written.mock.calls.length, still.written.mock.calls.length]).toEqual([0, 1]);
});

test('a store that doesn’t answer is not waited for', async () => {
  const { claim, failures } = open(1);
  expect(await claim('a')).toBe(true);
  expect(failures).toHaveLength(1);
});

test('nor one by one for each write that others wait for', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const { claim, writes } = open(1000, () => performance.now());
  const done: number[] = [];
  const claims = Array.from({ length: 2000 }, (_, n) => claim(`a${n}`).then(() => done.push(n)));
  await vi.advanceTimersByTimeAsync(1000);
  expect(done).toHaveLength(500);
  await vi.advanceTimersByTimeAsync(400);
  expect(writes.map(({ size }) => size)).toEqual([500, 500, 500, 500]);
  await Promise.all(claims);
});
