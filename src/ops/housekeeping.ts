import type { Logger } from '../logger.ts';

interface Options {
  /** Name → what is done each time; resolves with how many rows were deleted. */
  readonly tasks: Readonly<Record<string, () => Promise<number>>>;
  /** Milliseconds from the end of one time to the next. */
  readonly everyMs: number;
  readonly log: Logger;
}

/** Work that is done from time to time without being asked for. */
export interface Housekeeping {
  /** Begins with the first round a minute later. */
  start(): void;
  /** Begins nothing more; resolves when the task that runs has ended. Never rejects. */
  stop(): Promise<void>;
}

/** Late enough not to slow the start, soon enough for an app that is restarted every day. */
const FIRST_AFTER_MS = 60_000;

/** Every replica does it; the second finds nothing left to do. A task that fails is logged, and done again the next time. */
export function createHousekeeping({ tasks, everyMs, log }: Options): Housekeeping {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;

  async function run(): Promise<void> {
    for (const [task, work] of Object.entries(tasks)) {
      if (isStopped) return;
      try {
        log.info({ task, dropped: await work() }, 'housekeeping');
      } catch (error) {
        log.error({ err: error, task }, 'housekeeping failed; it is tried again later');
      }
    }
  }

  function plan(delayMs: number): void {
    timer = setTimeout(() => {
      running = run().then(() => {
        if (!isStopped) plan(everyMs);
      });
    }, delayMs);
    // It doesn't keep the process alive.
    timer.unref();
  }

  return {
    start: () => plan(FIRST_AFTER_MS),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
