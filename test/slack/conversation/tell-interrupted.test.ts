import { expect, test } from 'vitest';
import { createTellInterrupted } from '../../../src/slack/conversation/tell-interrupted.ts';
import { systemTimers } from '../../../src/timers.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

const AT = Date.parse('2026-03-02T12:34:00Z');

/** @param found of each look, the people whose requests were interrupted; after the last look there is no other */
function scene(
  found: readonly (readonly string[])[],
  refuses: readonly string[] = [],
  failures: Error[] = [],
  againMs?: number,
) {
  const looks = found.map((people) =>
    people.map((personId) => ({ key: `owed:${personId}`, owed: { personId, channelId: 'C1', askedAt: AT } })),
  );
  const told: string[] = [];
  const dropped: string[] = [];
  const { log, sink } = openLog();
  const slept: number[] = [];
  const looked = Promise.withResolvers<void>();
  const interrupted = createTellInterrupted({
    async *takeStale() {
      const next = looks.shift();
      if (next) yield* next;
      else looked.resolve();
    },
    lookAgainMs: () => againMs,
    async drop(key) {
      const failure = failures.shift();
      if (failure) throw failure;
      dropped.push(key);
    },
    recipientOf: (({ asker: { personId } }: { asker: { personId: string } }) =>
      async ({ text }: { text: string }) => {
        if (refuses.includes(personId)) throw new Error('user_not_found');
        told.push(`${personId}: ${text}`);
      }) as never,
    directory: { reader: async () => readerOf() },
    log,
    timers: { ...systemTimers, sleep: async (ms) => void slept.push(ms) },
  });
  return { interrupted, told, dropped, slept, sink, looked: looked.promise };
}

test('a person whose request was interrupted reads at what time they had asked, once', async () => {
  const { interrupted, told, dropped, looked } = scene([['U1']]);
  interrupted.start();
  await looked;
  await interrupted.stop();
  expect(told).toEqual([expect.stringMatching(/^U1: followstats was stopped in the middle of .* at 12:34/)]);
  expect(dropped).toEqual(['owed:U1']);
});

test('one who can’t be told holds up nobody behind them, and stays owed', async () => {
  const { interrupted, told, dropped, sink, looked } = scene([['U1', 'U2']], ['U1']);
  interrupted.start();
  await looked;
  await interrupted.stop();
  expect(told).toEqual([expect.stringMatching(/^U2: /)]);
  expect(dropped).toEqual(['owed:U2']);
  expect(sink.named('a person whose request was interrupted was not told yet')).toMatchObject([{ person: 'U1' }]);
});

test('one who was told while the store could not keep that is told once all the same', async () => {
  const { interrupted, told, dropped, looked } = scene([['U1'], ['U1']], [], [new Error('away')]);
  interrupted.start();
  await looked;
  await interrupted.stop();
  expect(told).toHaveLength(1);
  expect(dropped).toEqual(['owed:U1']);
});

test('an app that stops tells the one it has begun with, and leaves the others to other replicas', async () => {
  const { interrupted, told } = scene([['U1', 'U2']]);
  interrupted.start();
  await interrupted.stop();
  expect(told).toEqual([expect.stringMatching(/^U1: /)]);
});

test.each([
  [undefined, 15_000],
  [5000, 5000],
  [20_000, 15_000],
])('the next look comes when there may be something to say (%s)', async (againMs, expected) => {
  const { interrupted, slept, looked } = scene([], [], [], againMs);
  interrupted.start();
  await looked;
  await interrupted.stop();
  expect(slept[0]).toBe(expected);
});
