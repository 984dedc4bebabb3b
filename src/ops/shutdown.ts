import { withDeadline } from '../deadline.ts';
import type { Logger } from '../logger.ts';

/** How the app ends: what has to be done for it, in which order, and by when. */
export interface Shutdown {
  /** Aborts when the end begins, with an `Error` as its reason. */
  readonly signal: AbortSignal;
  /**
   * Adds a step. Steps are done one after the other, the last one added first.
   * @param step may reject; that is logged, and the other steps are done all the same
   */
  defer(step: () => Promise<unknown>): void;
  /**
   * Ends the app. Waits for all steps together for at most `graceMs`; those that are left then are begun and not waited for.
   * Resolves when that is done, for each call at the same moment: only the first call begins anything. Never rejects.
   */
  end(graceMs: number): Promise<void>;
}

/** Makes the end of one app; nothing ends before `end` is called. */
export function createShutdown(log: Logger): Shutdown {
  const halt = new AbortController();
  const grace = new AbortController();
  const steps = new AsyncDisposableStack();
  const ended = Promise.withResolvers<void>();

  async function run(graceMs: number): Promise<void> {
    const timer = setTimeout(() => grace.abort(), graceMs);
    await steps.disposeAsync();
    clearTimeout(timer);
    if (grace.signal.aborted) log.warn({ graceMs }, 'stopped before everything was done: the time for it is over');
    log.info('stopped');
  }

  return {
    signal: halt.signal,
    defer(step) {
      steps.defer(async () => {
        try {
          await withDeadline(step(), { signal: grace.signal }, () => undefined);
        } catch (error) {
          log.error({ err: error }, 'a part did not stop');
        }
      });
    },
    end(graceMs) {
      if (!halt.signal.aborted) {
        halt.abort(new Error('the app is stopping'));
        ended.resolve(run(graceMs));
      }
      return ended.promise;
    },
  };
}
