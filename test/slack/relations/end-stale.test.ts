import { expect, test } from 'vitest';
import { createEndStale } from '../../../src/slack/relations/end-stale.ts';
import type { Job } from '../../../src/slack/relations/export-jobs.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

const job: Job = {
  ...{ id: '1', personId: 'U1', askedIn: 'C1', account: 'alice', kind: 'fans', channelId: 'D1', ts: '1' },
  ...{ beatAt: 0, phase: 'reading' },
};

/**
 * One replica; a wait ends when the test says so, and a job is silent for long enough when it says so.
 * @param stuck a job whose place the store doesn't give free
 */
function scene(stuck?: string) {
  const silent: { job: Job; isCancelled: boolean }[] = [];
  const [said, waits]: [string[], { ms: number; end: () => void }[]] = [[], []];
  const stale = createEndStale({
    jobs: {
      takeStale: async () => silent.splice(0).map((one) => ({ slot: 0, ...one })),
      lookAgainMs: () => undefined,
      async free({ job: { id } }) {
        if (id === stuck) throw new Error('away');
        said.push(`${id} is free`);
      },
    },
    messages: { say: async (_, __, { text }) => void said.push(text) },
    directory: { reader: async () => readerOf() },
    timers: {
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          if (signal?.aborted) reject(signal.reason);
          waits.push({ ms, end: resolve });
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    },
    log: openLog().log,
  });
  return { stale, silent, said, waits };
}

test('one that is cancelled a moment after its maker was killed is ended as soon as that is known', async () => {
  const { stale, silent, said, waits } = scene();
  await stale.endCancelled();
  expect([said, waits.map(({ ms }) => ms)]).toEqual([[], [10_000]]);
  silent.push({ job, isCancelled: true });
  waits[0]?.end();
  await expect.poll(() => said).toEqual(['The CSV of the followers of alice was cancelled.', '1 is free']);
});

test('one that the store doesn’t let end keeps no other one', async () => {
  const { stale, silent, said } = scene('1');
  silent.push({ job, isCancelled: true }, { job: { ...job, id: '2', personId: 'U2' }, isCancelled: true });
  await expect(stale.end()).rejects.toThrow('away');
  const cancelled = 'The CSV of the followers of alice was cancelled.';
  expect(said).toEqual([cancelled, cancelled, '2 is free']);
});

test('a stop doesn’t wait for the next look', async () => {
  const { stale, said } = scene();
  stale.watch();
  await stale.endCancelled();
  await stale.stop();
  expect(said).toEqual([]);
});
