import { randomUUID } from 'node:crypto';
import type { ExpiringValues } from '../expiring-values.ts';
import { readWarnings, type Warning, writeWarnings } from './warnings.ts';

/** Milliseconds. */
export interface HealthTimes {
  /** From the start to the first look. */
  readonly firstAfterMs: number;
  /** From the end of one look to the next. */
  readonly everyMs: number;
}

interface Options extends HealthTimes {
  readonly values: Pick<ExpiringValues, 'add' | 'get' | 'set'>;
  /** Looks at everything; what can't be looked at is left out. */
  readonly examine: () => Promise<readonly Warning[]>;
  readonly onError: (error: unknown) => void;
}

/** Looks from time to time whether admins have something to mend. */
export interface HealthWatch {
  start(): void;
  /** Begins no further look; resolves when none is under way. Never rejects. */
  stop(): Promise<void>;
  /** What was seen last, by whichever replica; nothing when that was long ago. Rejects with `store_unavailable`. */
  warnings(): Promise<readonly Warning[]>;
  /** Calls the listener when this replica has seen something else than before. @returns ends it */
  onChanged(listener: () => void): () => void;
}

const TURN = 'health:turn';
const SEEN = 'health:warnings';
/** How many looks what was seen, and the turn of who saw it, outlive. */
const KEPT_LOOKS = 3;

/** Of all replicas one looks, and goes on until it ends: each has a clock of its own, and admins should read of one of them. */
export function createHealthWatch({ values, examine, firstAfterMs, everyMs, onError }: Options): HealthWatch {
  const own = randomUUID();
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;

  async function hasTurn(): Promise<boolean> {
    if (await values.add(TURN, own, KEPT_LOOKS * everyMs)) return true;
    if ((await values.get(TURN)) !== own) return false;
    await values.set(TURN, own, KEPT_LOOKS * everyMs);
    return true;
  }

  async function look(): Promise<void> {
    try {
      if (!(await hasTurn())) return;
      const seen = writeWarnings(await examine());
      const before = (await values.get(SEEN)) ?? writeWarnings([]);
      await values.set(SEEN, seen, KEPT_LOOKS * everyMs);
      if (seen !== before) for (const listener of listeners) listener();
    } catch (error) {
      onError(error);
    }
  }

  function plan(delayMs: number): void {
    timer = setTimeout(() => {
      running = look().then(() => {
        if (!isStopped) plan(everyMs);
      });
    }, delayMs);
    // It doesn't keep the process alive.
    timer.unref();
  }

  return {
    start: () => plan(firstAfterMs),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
    warnings: async () => readWarnings(await values.get(SEEN)),
    onChanged(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
