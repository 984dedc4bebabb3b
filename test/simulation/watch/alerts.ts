import type { Marks } from '../marks.ts';
import type { RunChange } from '../parts/database-engine.ts';

/** Says what marks the steps of alerts reach. */
export function createAlertWatch(marks: Marks): (changes: readonly RunChange[]) => void {
  return (changes) => {
    for (const { from, to, token, tokenBefore } of changes) {
      if (from === 'claimed' && to === 'claimed' && token !== tokenBefore) marks.reach('alert of another holder');
      if (from === to) continue;
      if (to === 'posted') marks.reach('watch told');
      if (to === 'unknown') marks.reach('answer to an alert lost');
      if (from === 'unknown' && to === 'due') marks.reach('alert posted again');
    }
  };
}
