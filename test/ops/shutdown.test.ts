import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { createShutdown } from '../../src/ops/shutdown.ts';
import { createLogSink } from '../log-sink.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = () => new Promise<void>(() => {});

function open() {
  const log = createLogSink();
  const shutdown = createShutdown(createLogger({ level: 'info', secrets: [], destination: log }));
  const done: string[] = [];
  const add = (name: string, step: () => Promise<unknown> = async () => {}) =>
    shutdown.defer(async () => {
      done.push(name);
      await step();
    });
  return { shutdown, log, done, add };
}

test('steps are done one after the other, the last one added first', async () => {
  const { shutdown, done, add } = open();
  add('store');
  add('server', () => Promise.resolve(done.push('server closed')));
  add('slack', () => Promise.resolve(done.push('slack closed')));
  await shutdown.end(1000);
  expect(done).toEqual(['slack', 'slack closed', 'server', 'server closed', 'store']);
});

test('the signal aborts before the first step, with an error that says why', async () => {
  const { shutdown, add } = open();
  let wasAborted = false;
  add('first', async () => {
    wasAborted = shutdown.signal.aborted;
  });
  expect(shutdown.signal.aborted).toBe(false);
  await shutdown.end(1000);
  expect(wasAborted).toBe(true);
  expect(() => shutdown.signal.throwIfAborted()).toThrow('the app is stopping');
});

test('a step that fails is logged, and keeps no other from being done', async () => {
  const { shutdown, log, done, add } = open();
  add('store');
  add('server', () => Promise.reject(new Error('stuck')));
  await shutdown.end(1000);
  expect(done).toEqual(['server', 'store']);
  expect(log.named('a part did not stop')).toMatchObject([{ err: { message: 'stuck' } }]);
});

test('when the time is over, what is left is begun and not waited for', async () => {
  const { shutdown, log, done, add } = open();
  add('store', never);
  add('server', never);
  add('slack', never);
  const ending = shutdown.end(20_000);
  await vi.advanceTimersByTimeAsync(19_999);
  expect(done).toEqual(['slack']);
  await vi.advanceTimersByTimeAsync(1);
  await ending;
  expect(done).toEqual(['slack', 'server', 'store']);
  expect(log.named('stopped before everything was done: the time for it is over')).toHaveLength(1);
});

test('a second end begins nothing, and resolves with the first', async () => {
  const { shutdown, log, done, add } = open();
  const step = Promise.withResolvers<void>();
  add('store', () => step.promise);
  const ends = [shutdown.end(1000), shutdown.end(0)];
  let hasEnded = false;
  void Promise.race(ends).then(() => {
    hasEnded = true;
  });
  await vi.advanceTimersByTimeAsync(500);
  expect(hasEnded).toBe(false);
  step.resolve();
  await Promise.all(ends);
  expect(done).toEqual(['store']);
  expect(log.named('stopped')).toHaveLength(1);
});
