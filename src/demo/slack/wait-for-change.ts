import type { Changes } from './changes.ts';

const PATIENCE_MS = 10_000;

interface Wish<T> {
  /** Looked for now and after every change; what it throws rejects the wait. */
  readonly find: () => T | undefined;
  /** Milliseconds; 10 000 by default. */
  readonly timeoutMs?: number | undefined;
  /** What to say when it never came: what was looked for, and what there was instead. */
  readonly disappointed: (timeoutMs: number) => Error;
}

export interface Waiting {
  waitFor<T>(wish: Wish<T>): Promise<T>;
  /** Rejects all who still wait. */
  close(): void;
}

/** Calls back once, after so many milliseconds, unless the function that it returns is called before. */
export type Alarm = (ms: number, ring: () => void) => () => void;

/** By the timers of the process. */
const processAlarm: Alarm = (ms, ring) => {
  const timer = setTimeout(ring, ms);
  return () => clearTimeout(timer);
};

/** Waits until a change brings what is looked for, without polling. */
export function createWaiting(changes: Changes, setAlarm: Alarm = processAlarm): Waiting {
  const waiting = new Set<(error: Error) => void>();
  return {
    waitFor: <T>({ find, timeoutMs = PATIENCE_MS, disappointed }: Wish<T>) =>
      new Promise<T>((resolve, reject) => {
        const settle = (finish: () => void): void => {
          stopAlarm();
          stop();
          waiting.delete(fail);
          finish();
        };
        const fail = (error: Error): void => settle(() => reject(error));
        const look = (): void => {
          try {
            const found = find();
            if (found !== undefined) settle(() => resolve(found));
          } catch (error) {
            fail(error instanceof Error ? error : new Error(String(error)));
          }
        };
        const stopAlarm = setAlarm(timeoutMs, () => fail(disappointed(timeoutMs)));
        const stop = changes.onChange(look);
        waiting.add(fail);
        look();
      }),
    close: () => {
      for (const fail of [...waiting]) fail(new Error('The workspace closed before it came'));
    },
  };
}
