import { createDigestChart } from '../../../../src/digests/report/digest-chart.ts';
import type { DigestReport } from '../../../../src/digests/report/digest-report.ts';
import type { PostedRun } from '../../../../src/digests/types.ts';
import { type DigestView, digestReply } from '../../../../src/slack/blocks/digests/digest.ts';
import type { Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import { MONDAY, postedRun } from '../../../digests/report/sample-readings.ts';
import { scheduleOf } from '../../../digests/schedule/sample-schedules.ts';

/** The post of a report, with the chart over those before it. */
export function showDigest(
  report: DigestReport,
  view: Partial<DigestView> = {},
  before: readonly PostedRun[] = [],
): Reply {
  const points = [...before, postedRun(report)];
  return digestReply(report, {
    title: 'Creators',
    schedule: scheduleOf('0 9 * * 1-5', 'Europe/Berlin'),
    slot: MONDAY,
    isLate: false,
    missedBefore: 0,
    locale: 'en-US',
    chart: createDigestChart(points),
    csv: { actionId: 'digest_csv', value: '7-1' },
    ...view,
  });
}

/** The post of the last of some reports of one digest. */
export function showLast(reports: readonly DigestReport[], view: Partial<DigestView> = {}): Reply {
  const last = reports.at(-1);
  if (!last) throw new Error('no report');
  return showDigest(last, { slot: last.period.to, ...view }, reports.slice(0, -1).map(postedRun));
}
