import { isPause } from '../../../src/digests/delivery/run-rules.ts';
import { isFailReason } from '../../../src/store/digests/run-words.ts';
import type { Marks } from '../marks.ts';
import type { DatabaseEngine, RunChange } from '../parts/database-engine.ts';

interface PostedRow {
  readonly slot: number;
  readonly origin: string;
  readonly post_at: number;
  readonly spec: string;
}

const HOUR_MS = 3_600_000;
/** A post that comes later says that it is late. */
const LATE_MS = 2 * 60_000;

/** Says what marks the steps of runs reach. */
export function createRunWatch({ committed }: DatabaseEngine, marks: Marks): (changes: readonly RunChange[]) => void {
  async function lookAtPost(id: string): Promise<void> {
    const [row] = await committed<PostedRow>(
      'select slot, origin, post_at, spec from digest_runs join digests on digests.id = digest_id where digest_runs.id = ?',
      [id],
    );
    if (!row) return;
    const { slot, origin, post_at: at, spec } = row;
    if (origin === 'person') marks.reach('run of a person');
    else if (at - slot > LATE_MS) marks.reach('late post');
    const { zone } = JSON.parse(spec).schedule;
    const shift = offsetMs(zone, slot + 3 * HOUR_MS) - offsetMs(zone, slot - 3 * HOUR_MS);
    if (origin === 'schedule' && shift > 0) marks.reach('clocks went forward');
    if (origin === 'schedule' && shift < 0) marks.reach('clocks went back');
  }

  function look({ id, from, to, reason }: RunChange): void {
    if (from === 'claimed' && to === 'claimed') marks.reach('another holder');
    if (from === to) return;
    if (to === 'unknown') marks.reach(reason === 'holder-died' ? 'holder died while posting' : 'answer to a post lost');
    if (from === 'unknown' && to === 'due') marks.reach('owner had it posted again');
    if (from === 'unknown' && to === 'posted')
      marks.reach(reason === 'found' ? 'unknown post found' : 'owner said it arrived');
    if (to === 'failed') marks.reach('run failed');
    if (to === 'failed' && reason !== null && isFailReason(reason) && isPause(reason))
      marks.reach('digest paused by the app');
    if (to === 'missed') marks.reach('run missed');
    if (to === 'skipped') marks.reach(reason === 'unchanged' ? 'run skipped, unchanged' : 'run skipped, stopped');
    if (to === 'posted' && reason === 'sign-of-life') marks.reach('sign of life');
    if (from === 'posting' && to === 'posted') void lookAtPost(id);
  }

  return (changes) => {
    for (const change of changes) if (change.from !== change.to || change.token !== change.tokenBefore) look(change);
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clocks are ahead of UTC at an instant, milliseconds. */
function offsetMs(zone: string, at: number): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
