import type { DemoTime } from '../demo-time.ts';
import type { Workspace } from '../slack/workspace-types.ts';
import { type Answer, toJson } from './answer.ts';
import { BadInput } from './bad-input.ts';
import { durationOf, readBody } from './read-body.ts';
import type { Route } from './routes.ts';
import { watchArrivals } from './what-came.ts';

interface Options {
  readonly workspace: Workspace;
  readonly time: DemoTime | undefined;
  readonly onMoved: () => void;
}

/** A year at a time. */
const MOST_MOVED_MS = 366 * 86_400_000;

/** The ways to move the demo's clock. Each answers, once it was moved, with the clock and what came meanwhile. */
export function createClockRoutes({ workspace, time, onMoved }: Options): Readonly<Record<string, Route>> {
  const moveBy = async (move: (time: DemoTime) => Promise<void>): Promise<Answer> => {
    if (!time) throw new BadInput('This demo has no clock to move.');
    const arrivals = watchArrivals(workspace);
    await move(time);
    onMoved();
    return toJson({ aheadMs: time.clock.aheadMs(), arrivals: arrivals() });
  };

  return {
    'POST /demo/clock': async (request) => {
      const byMs = durationOf(await readBody(request), 'byMs', MOST_MOVED_MS);
      return moveBy((moved) => moved.move(byMs));
    },
    'POST /demo/clock/next': async (request) => {
      await readBody(request);
      return moveBy(async (moved) => {
        if ((await moved.nextSlotAt()) === undefined) throw new BadInput('No digest is due.');
        await moved.moveToNextSlot();
      });
    },
    'POST /demo/clock/down': async (request) => {
      const byMs = durationOf(await readBody(request), 'byMs', MOST_MOVED_MS);
      return moveBy((moved) => moved.beDown(byMs));
    },
  };
}
