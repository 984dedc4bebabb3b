import { createDigestChart } from '../../../../src/digests/report/digest-chart.ts';
import type { DigestReport } from '../../../../src/digests/report/digest-report.ts';
import type { PostedRun, RunId } from '../../../../src/digests/runs.ts';
import { type DigestView, digestReply } from '../../../../src/slack/blocks/digests/digest-post.ts';
import type { Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import { MONDAY, postedRun } from '../../../digests/report/sample-readings.ts';
import { scheduleOf } from '../../../digests/schedule/sample-schedules.ts';
import { readerOf } from '../../readers.ts';

interface Shown extends Partial<DigestView> {
  /** The reader's; en-US by default. */
  readonly locale?: string;
}

/** The post of a report, with the chart over those before it. */
export function showDigest(
  report: DigestReport,
  { locale, ...view }: Shown = {},
  before: readonly PostedRun[] = [],
): Reply {
  const points = [...before, postedRun(report)];
  const schedule = view.schedule ?? scheduleOf('0 9 * * 1-5', 'Europe/Berlin');
  return digestReply(readerOf(locale), report, {
    title: 'Creators',
    schedule,
    slot: MONDAY,
    isLate: false,
    missedBefore: 0,
    chart: createDigestChart(points, schedule.zone),
    run: '7-1' as RunId,
    ...view,
  });
}

/** The post of the last of some reports of one digest. */
export function showLast(reports: readonly DigestReport[], view: Shown = {}): Reply {
  const last = reports.at(-1);
  if (!last) throw new Error('no report');
  return showDigest(last, { slot: last.period.to, ...view }, reports.slice(0, -1).map(postedRun));
}
