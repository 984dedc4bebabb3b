import { expect, test } from 'vitest';
import { createRebuildReport } from '../../../src/digests/report/rebuild-report.ts';
import type { PostedRun, Run, SlackPost } from '../../../src/digests/runs.ts';
import { runFacts } from '../delivery/sample-claim.ts';
import { DAY, MONDAY, postedRun, reportsOf } from './sample-readings.ts';

const [before, report] = reportsOf([
  { a: 1, b: 5 },
  { a: 3, b: 'missing_account' },
]) as [Report, Report];
type Report = ReturnType<typeof reportsOf>[number];

const SLOT = MONDAY + DAY;
const POST: SlackPost = { channelId: 'C1', ts: '1.5', at: SLOT };
const RUN: Run = { ...runFacts, slot: SLOT, state: 'posted', reason: undefined, post: POST };
const POSTED: readonly PostedRun[] = [postedRun(before), postedRun(report)];

function rebuild(run: Run | undefined, posted: readonly PostedRun[], message: { channelId: string; ts: string }) {
  const rebuildReport = createRebuildReport({
    runs: {
      read: async () => run,
      posted: async (_, beforeSlot, count) => posted.filter(({ slot }) => slot < beforeSlot).slice(-count),
    },
    snapshots: { before: async () => new Map() },
  });
  return rebuildReport({ run: { id: RUN.id, digestId: RUN.digestId, slot: SLOT }, message });
}

test('a post’s report is made again as it was, compared with the post before it', async () => {
  const rebuilt = await rebuild(RUN, POSTED, { channelId: 'C1', ts: '1.5' });
  expect(rebuilt).toMatchObject({
    kind: 'rebuilt',
    report: { rows: report.rows.map(({ account, sinceLast }) => ({ account, sinceLast })), gone: report.gone },
  });
});

test.each([
  ['another message of the channel', { channelId: 'C1', ts: '1.6' }],
  ['another channel', { channelId: 'C2', ts: '1.5' }],
])('below %s nothing is made', async (_, message) => {
  expect(await rebuild(RUN, POSTED, message)).toEqual({ kind: 'elsewhere' });
});

test('of a post that its owner saw arrive the channel is enough', async () => {
  const arrived: Run = { ...RUN, state: 'posted', reason: 'arrived', post: { ...POST, ts: undefined } };
  expect(await rebuild(arrived, POSTED, { channelId: 'C1', ts: '9.9' })).toMatchObject({ kind: 'rebuilt' });
  expect(await rebuild(arrived, POSTED, { channelId: 'C2', ts: '9.9' })).toEqual({ kind: 'elsewhere' });
});

test.each<[string, Run | undefined, readonly PostedRun[]]>([
  ['is not kept any more', undefined, POSTED],
  ['was not posted', { ...runFacts, slot: SLOT, state: 'unknown', reason: 'no-answer' }, POSTED],
  ['said what can’t be read', RUN, POSTED.slice(0, 1)],
])('a run that %s has no report', async (_, run, posted) => {
  expect(await rebuild(run, posted, { channelId: 'C1', ts: '1.5' })).toEqual({ kind: 'absent' });
});
