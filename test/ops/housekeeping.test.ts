import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { createHousekeeping } from '../../src/ops/housekeeping.ts';
import { createLogSink } from '../log-sink.ts';

const DAY_MS = 86_400_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function open(tasks: Readonly<Record<string, () => Promise<number>>>) {
  const sink = createLogSink();
  const housekeeping = createHousekeeping({
    tasks,
    everyMs: DAY_MS,
    log: createLogger({ level: 'info', secrets: [], destination: sink }),
  });
  housekeeping.start();
  return { housekeeping, sink };
}

test('each task is done a minute after the start, then as often as configured, and says what it dropped', async () => {
  const { sink } = open({ audit: async () => 3, snapshots: async () => 0 });
  await vi.advanceTimersByTimeAsync(59_999);
  expect(sink.lines).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sink.named('housekeeping').map(({ task, dropped }) => [task, dropped])).toEqual([
    ['audit', 3],
    ['snapshots', 0],
  ]);
  await vi.advanceTimersByTimeAsync(DAY_MS);
  expect(sink.named('housekeeping')).toHaveLength(4);
});

test('a task that fails keeps no other from being done', async () => {
  const { sink } = open({ audit: () => Promise.reject(new Error('locked')), snapshots: async () => 1 });
  await vi.advanceTimersByTimeAsync(60_000 + DAY_MS);
  expect(sink.named('housekeeping')).toHaveLength(2);
  expect(sink.named('housekeeping failed; it is tried again later')).toHaveLength(2);
});

test('stopping waits for the task at work, and no other begins', async () => {
  const held = Promise.withResolvers<number>();
  const { housekeeping, sink } = open({ audit: () => held.promise, snapshots: async () => 1 });
  await vi.advanceTimersByTimeAsync(60_000);
  const stopping = housekeeping.stop();
  held.resolve(5);
  await stopping;
  await vi.advanceTimersByTimeAsync(2 * DAY_MS);
  expect(sink.named('housekeeping').map(({ task }) => task)).toEqual(['audit']);
  expect(vi.getTimerCount()).toBe(0);
});
