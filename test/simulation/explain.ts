import { type Run, toReplay } from './args.ts';
import { simulateInChild } from './child.ts';
import { toLine } from './describe.ts';
import { DAY } from './faults/fault.ts';
import { createTimeline } from './timeline.ts';
import type { Violation } from './violations.ts';

/**
 * What didn't hold, the shortest trace that explains it, and how to see it again. Takes as long as the run: a run keeps no
 * trace, so it is done once more, and is the same.
 */
export async function explain(run: Run, violation: Violation): Promise<readonly string[]> {
  const { invariant, what, about, at } = violation;
  const again = replayOf(run, violation);
  const timeline = createTimeline(about);
  await simulateInChild(again, {
    onLine(line) {
      if (line.at <= at) timeline.add(line);
    },
  });
  return [
    `Seed ${run.seed} did not hold: ${invariant}`,
    `  ${what}`,
    '',
    ...timeline.lines().map((line) => (line ? toLine(line) : '      …')),
    '',
    `Again: ${toReplay(again)}`,
  ];
}

/** The shortest run of the same seed in which it happens. One that ended while it came to rest has to be as long. */
function replayOf(run: Run, { at }: Violation): Run {
  return { ...run, days: Math.min(run.days, Math.floor(at / DAY) + 1) };
}
