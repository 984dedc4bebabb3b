import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWorkTurns } from '../../src/slack/work-turns.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] }));
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Work that asks for its turn, and notes that it has had it. */
function scene() {
  let workedMs = 0;
  const { take, arrived } = createWorkTurns({ budgetMs: 5, now: () => performance.now() + workedMs });
  const done: string[] = [];
  return {
    done,
    arrived,
    async work(name: string, tookMs = 0) {
      await take();
      await Promise.resolve();
      workedMs += tookMs;
      done.push(name);
    },
  };
}

test('work takes its turns in the order in which it asked, and what has arrived is read between them', async () => {
  vi.useRealTimers();
  const { work, done } = scene();
  const all = [work('a', 2), work('b', 2), work('c', 2), work('d', 9), work('e', 1)];
  const read: string[][] = [];
  while (done.length < all.length) {
    await new Promise((resolve) => setImmediate(resolve));
    read.push([...done]);
  }
  expect(read).toContainEqual(['a', 'b', 'c']);
  expect(read).toContainEqual(['a', 'b', 'c', 'd']);
  expect(done).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('where nothing else waits it begins as soon as what has arrived is read', async () => {
  const { work, done, arrived } = scene();
  for (const name of ['a', 'b']) {
    arrived();
    void work(name);
    await pass(0);
    expect(done.at(-1)).toBe(name);
    await pass(10);
  }
});

test('while requests come close together work waits for the last of them, but not for ever', async () => {
  const { work, done, arrived } = scene();
  for (let n = 0; n < 20; n += 1) arrived();
  void work('a');
  for (let n = 0; n < 100; n += 1) {
    arrived();
    await pass(0.5);
  }
  expect(done).toEqual([]);
  await pass(15);
  expect(done).toEqual(['a']);
  void work('b');
  for (let n = 0; n < 1000; n += 1) {
    arrived();
    await pass(0.5);
  }
  expect(done).toEqual(['a', 'b']);
});

test('work that has waited long goes on beside requests that keep coming close together', async () => {
  const { work, done, arrived } = scene();
  for (let n = 0; n < 20; n += 1) arrived();
  for (let n = 0; n < 60; n += 1) void work(`${n}`, 5);
  for (let n = 0; n < 5000; n += 1) {
    arrived();
    await pass(0.5);
  }
  expect(done).toHaveLength(60);
});
