import { isLate } from '../../../src/digests/delivery/plan-slots.ts';
import { isPause } from '../../../src/digests/delivery/run-rules.ts';
import { createWallClock } from '../../../src/digests/schedule/wall-clock.ts';
import { isFailReason } from '../../../src/store/digests/run-words.ts';
import { HOUR } from '../faults/fault.ts';
import type { Marks } from '../marks.ts';
import type { DatabaseEngine, RunChange } from '../parts/database-engine.ts';

interface PostedRow {
  readonly slot: number;
  readonly origin: string;
  readonly post_at: number;
  readonly spec: string;
}

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
    else if (isLate(slot, at)) marks.reach('late post');
    const { zone } = JSON.parse(spec).schedule;
    const { show } = createWallClock(zone);
    const shift = show(slot + 3 * HOUR) - show(slot - 3 * HOUR) - 6 * HOUR;
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
