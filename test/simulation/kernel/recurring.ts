import type { VirtualTime } from './virtual-time.ts';

/** Something that happens again and again, while it is on. */
export interface Recurring {
  start(): void;
  /** What was planned doesn't come any more. */
  stop(): void;
}

/**
 * @param pauseMs how long it is until the next time, asked anew before each
 * @param happen the next time is planned once it has ended. May begin another `start` or `stop`
 */
export function createRecurring(
  time: Pick<VirtualTime, 'after'>,
  pauseMs: () => number,
  happen: () => Promise<void> | void,
): Recurring {
  /** Goes up with each start and stop: what was planned before it doesn't come. */
  let season = 0;

  function plan(of: number): void {
    time.after(pauseMs(), () => {
      if (of !== season) return;
      const ended = happen();
      if (ended) void ended.then(() => plan(of));
      else plan(of);
    });
  }

  return {
    start() {
      season += 1;
      plan(season);
    },
    stop() {
      season += 1;
    },
  };
}
