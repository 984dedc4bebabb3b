import type { Logger } from '../logger.ts';

interface Options {
  /** Name → what is done each time; resolves with how many rows went. */
  readonly tasks: Readonly<Record<string, () => Promise<number>>>;
  /** Milliseconds from the end of one time to the next. */
  readonly everyMs: number;
  readonly log: Logger;
}

/** What must be done from time to time and by nobody's command. */
export interface Housekeeping {
  start(): void;
  /** Resolves when what runs is done; nothing begins after that. */
  stop(): Promise<void>;
}

/** Late enough not to slow the start, soon enough for an app that is restarted every day. */
const FIRST_AFTER_MS = 60_000;

/** Every replica does it; the second finds nothing left to do. Trouble is logged and tried again the next time. */
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
    // Nothing to stay alive for.
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
