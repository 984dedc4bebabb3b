import { expect, test } from 'vitest';
import { createExportJobs, type HeldJob, STALE_MS } from '../../../src/slack/relations/export-jobs.ts';
import type { Store } from '../../../src/store/open.ts';
import { describeEngines } from '../../store/engines.ts';
import { openNew } from '../../store/new-store.ts';

/** A beat of a maker, and a look of another replica; Slack may hold the first up for as long. */
const BEAT_MS = 10_000;

/** Two replicas whose clocks differ, one of which makes a file. Time passes only when a test says so. */
async function scene({ expiringValues: values }: Store, aheadMs: number) {
  let at = 1_000_000;
  const monotonic = () => at;
  const clock = () => at + aheadMs;
  const maker = createExportJobs({ values, monotonic, now: clock });
  const other = createExportJobs({ values, monotonic, now: () => at });
  const about = { askedIn: 'C1', account: 'alice', kind: 'fans', channelId: 'D1', ts: '1', phase: 'reading' } as const;
  const held = await maker.claim({ id: 'one', personId: 'U1', ...about, beatAt: clock() });
  if (typeof held === 'string') throw new Error(held);
  return {
    other,
    /** The maker lives on for a while, and the other one looks. @returns what that took over */
    async live(beats: number): Promise<readonly HeldJob[]> {
      const taken: HeldJob[] = [];
      for (let n = 0; n < beats; n += 1) {
        taken.push(...(await other.takeStale()));
        at += BEAT_MS;
        await maker.beat({ ...held, job: { ...held.job, beatAt: clock() } });
      }
      return taken;
    },
    pass(ms: number) {
      at += ms;
    },
  };
}

describeEngines('the files of two replicas', (newStore) => {
  test.each([-24 * 3_600_000, -90_000, 0, 90_000, 24 * 3_600_000])(
    'whose maker has a clock %i ms ahead goes on while it lives, and is ended soon after it was killed',
    async (aheadMs) => {
      const { other, live, pass } = await scene(await openNew(newStore), aheadMs);
      expect(await live(20)).toEqual([]);
      expect(await other.takeStale()).toEqual([]);
      pass(STALE_MS);
      expect((await other.takeStale()).map(({ job }) => job.id)).toEqual(['one']);
    },
  );
});
