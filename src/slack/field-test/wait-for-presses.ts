import type { Timers } from '../../timers.ts';
import { PRESS_KINDS, type Press, type PressKind } from './presses.ts';

interface Options {
  /** From asking, and from the end of what each press made possible, milliseconds. */
  readonly ms: number;
  readonly timers: Timers;
  /** Aborted: nothing more is waited for. */
  readonly signal: AbortSignal;
  /** Called with one press after the other. */
  readonly handle: (press: Press) => Promise<void>;
}

/** Presses that come at any time, handled one after the other. */
export interface PressQueue {
  add(press: Press): void;
  /** Waits until all kinds came, a person said that was all, or nothing came in time. @returns those that came */
  wait(options: Options): Promise<ReadonlySet<PressKind>>;
}

/** Makes an empty queue. */
export function createPressQueue(): PressQueue {
  const waiting: Press[] = [];
  let wake: () => void = () => {};

  async function next({ ms, timers, signal }: Options): Promise<Press | undefined> {
    const over = new AbortController();
    const came = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const late = timers.sleep(ms, AbortSignal.any([signal, over.signal])).catch(() => {});
    if (waiting.length === 0 && !signal.aborted) await Promise.race([came, late]);
    over.abort();
    await late;
    return waiting.shift();
  }

  return {
    add(press) {
      waiting.push(press);
      wake();
    },
    async wait(options) {
      const came = new Set<PressKind>();
      while (!came.has('done') && came.size < PRESS_KINDS.length - 1) {
        const press = options.signal.aborted ? undefined : await next(options);
        if (!press) break;
        // The URL of a second press of the same button would only bring the same again.
        if (!came.has(press.kind)) await options.handle(press);
        came.add(press.kind);
      }
      return came;
    },
  };
}
