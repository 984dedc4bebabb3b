import { expect, test } from 'vitest';
import { createHomeQueue, type Served } from '../../../src/slack/home/home-queue.ts';

/** A queue whose calls end, and whose sleeps are over, when the test says so. */
function openQueue({ atOnce = 1, waitMs = (): number => 0 } = {}) {
  const served: string[] = [];
  const running = new Map<string, (how: Served | Error) => void>();
  const sleeps: { readonly ms: number; readonly wake: () => void; readonly signal: AbortSignal | undefined }[] = [];
  const errors: unknown[] = [];
  const spent: boolean[] = [];
  const queue = createHomeQueue({
    atOnce,
    serve: (personId) => {
      served.push(personId);
      return new Promise((resolve, reject) => {
        running.set(personId, (how) => (how instanceof Error ? reject(how) : resolve(how)));
      });
    },
    onError: (error) => errors.push(error),
    pace: { waitMs, spend: (isUrgent) => spent.push(isUrgent) },
    timers: {
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
          sleeps.push({ ms, wake: resolve, signal });
        }),
    },
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    ...{ queue, served, sleeps, errors, spent, turn },
    async end(personId: string, how: Served | Error = {}) {
      const end = running.get(personId);
      if (!end) throw new Error(`${personId} isn't served`);
      running.delete(personId);
      end(how);
      await turn();
    },
  };
}

test('people take turns, those who have just done something first, and each is served by one call at a time', async () => {
  const { queue, served, end } = openQueue();
  queue.ask('a');
  for (const personId of ['b', 'c', 'b', 'a']) queue.ask(personId);
  queue.ask('d', { isUrgent: true });
  for (const personId of ['a', 'd', 'b', 'c', 'a']) await end(personId);
  expect(served).toEqual(['a', 'd', 'b', 'c', 'a']);
});

test('no more than so many are served at once, and no person twice', async () => {
  const { queue, served, end } = openQueue({ atOnce: 2 });
  for (const personId of ['a', 'b', 'c']) queue.ask(personId);
  queue.ask('a', { isUrgent: true });
  expect(served).toEqual(['a', 'b']);
  await end('b');
  expect(served).toEqual(['a', 'b', 'c']);
  await end('a');
  expect(served).toEqual(['a', 'b', 'c', 'a']);
});

test('one who is to be served again is so after the wait, of two waits after the later one', async () => {
  const { queue, served, sleeps, end, turn } = openQueue();
  queue.ask('a');
  await end('a', { againMs: 300 });
  queue.ask('a');
  await end('a', { againMs: 900 });
  expect(sleeps.map(({ ms, signal }) => [ms, signal?.aborted])).toEqual([
    [300, true],
    [900, false],
  ]);
  sleeps[1]?.wake();
  await turn();
  expect(served).toEqual(['a', 'a', 'a']);
});

test('while Slack takes none, nobody is served; afterwards all are', async () => {
  const { queue, served, sleeps, end, turn } = openQueue();
  queue.ask('a');
  await end('a', { pauseMs: 7000 });
  queue.ask('b', { isUrgent: true });
  expect(served).toEqual(['a']);
  expect(sleeps.map(({ ms }) => ms)).toEqual([7000]);
  sleeps[0]?.wake();
  await turn();
  expect(served).toEqual(['a', 'b']);
});

test('those who have done nothing just now wait for the pace, and the others don’t', async () => {
  let waits = 0;
  const { queue, served, sleeps, spent, end, turn } = openQueue({ waitMs: () => waits });
  queue.ask('a');
  waits = 600;
  await end('a', { isSent: true });
  queue.ask('b');
  queue.ask('c');
  queue.ask('d', { isUrgent: true });
  await end('d', { isSent: true });
  expect([served, spent, sleeps.map(({ ms }) => ms)]).toEqual([['a', 'd'], [false, true], [600]]);
  waits = 0;
  sleeps[0]?.wake();
  await turn();
  await end('b');
  expect(served).toEqual(['a', 'd', 'b', 'c']);
  expect(spent).toHaveLength(2);
});

test('those who are asked for together come in their order, before those who wait for longer', async () => {
  const { queue, served, end } = openQueue();
  for (const personId of ['a', 'old', 'b']) queue.ask(personId);
  queue.askAll(['c', 'b']);
  for (const personId of ['a', 'c', 'b', 'old']) await end(personId);
  expect(served).toEqual(['a', 'c', 'b', 'old']);
});

test('a fault of one keeps no other from being served', async () => {
  const { queue, served, errors, end } = openQueue();
  queue.ask('a');
  queue.ask('b');
  await end('a', new Error('a fault'));
  expect(errors).toEqual([new Error('a fault')]);
  expect(served).toEqual(['a', 'b']);
});

test('the end serves those who have just done something, and no other', async () => {
  const { queue, served, end } = openQueue();
  queue.ask('a');
  queue.ask('b');
  queue.ask('c', { isUrgent: true });
  const stopped = queue.stop();
  queue.ask('d', { isUrgent: true });
  await end('a', { againMs: 1 });
  await end('c');
  await stopped;
  expect(served).toEqual(['a', 'c']);
});

test('it ends in the middle of a pause, too', async () => {
  const { queue, served, end } = openQueue();
  queue.ask('a');
  await end('a', { pauseMs: 60_000 });
  queue.ask('b', { isUrgent: true });
  await queue.stop();
  expect(served).toEqual(['a']);
});
