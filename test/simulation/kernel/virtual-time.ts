import { AsyncLocalStorage } from 'node:async_hooks';
import { install } from '@sinonjs/fake-timers';
import type { Life } from './life.ts';

/** The clock of a simulation. It goes on only when nothing is left to do at the present moment. */
export interface VirtualTime {
  /** Unix milliseconds. */
  now(): number;
  /** Milliseconds since the start. */
  elapsed(): number;
  /** Does work as part of a life: what waits in it waits no more once the life has ended. */
  within<Result>(life: Life, work: () => Result): Result;
  /** Calls back after so many milliseconds, as part of no life. */
  after(ms: number, callback: () => void): void;
  /** Resolves after so many milliseconds. */
  sleep(ms: number): Promise<void>;
  /** Holds the clock until real work, like a database's, has ended. */
  hold<Result>(work: Promise<Result>): Promise<Result>;
  /**
   * Does real work like a database's, one after the other and each while the world stands still, so that nothing depends on
   * how long it takes: what was asked for first begins when nothing else is left to do at the present moment.
   */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Lets time pass, until a moment or until `isOver`. Rejects with whatever a callback throws. */
  passUntil(at: number, isOver: () => boolean): Promise<void>;
  /** Gives the process its own timers and clocks back; what still waits here waits for ever. */
  end(): void;
}

const real = { setImmediate: globalThis.setImmediate };
const turn = () => new Promise<void>((resolve) => real.setImmediate(resolve));

/** One for all, since making one costs more than a timer. */
const TIMEOUT = new DOMException('The operation timed out', 'TimeoutError');

/**
 * Replaces the process's timers and clocks by ones that stand still between two callbacks: `setTimeout` and its like, `Date`,
 * `performance`, `AbortSignal.timeout`. Until `end`, if ever.
 * @param start Unix milliseconds
 */
export function installVirtualTime(start: number): VirtualTime {
  const clock = install({
    now: start,
    toFake: [
      ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'] as const),
      ...(['Date', 'performance'] as const),
    ],
  });
  const lives = new AsyncLocalStorage<Life | undefined>();
  const { setTimeout, setInterval, clearInterval, setImmediate } = globalThis;
  const { timeout } = AbortSignal;
  let held = 0;
  const queue: (() => Promise<void>)[] = [];
  let isWorking = false;

  type Callback = (...args: unknown[]) => void;
  /** Fake timers call back as part of nothing; this is part of whatever began to wait. */
  const own = (callback: Callback): Callback => {
    const life = lives.getStore();
    const call: Callback = (...args) => {
      if (life?.isOver === true) return;
      if (life?.awake) void life.awake.then(() => call(...args));
      else lives.run(life, callback, ...args);
    };
    return call;
  };
  Object.assign(globalThis, {
    setTimeout: (callback: Callback, ms?: number, ...args: unknown[]) => setTimeout(own(callback), ms, ...args),
    setImmediate: (callback: Callback, ...args: unknown[]) => setImmediate(own(callback), ...args),
    setInterval(callback: Callback, ms?: number, ...args: unknown[]) {
      const life = lives.getStore();
      const owned = own(callback);
      const timer = setInterval(() => (life?.isOver === true ? clearInterval(timer) : owned(...args)), ms);
      return timer;
    },
  });
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    globalThis.setTimeout(() => controller.abort(TIMEOUT), ms);
    return controller.signal;
  };

  /** Resolves when nothing happens any more without the clock. */
  async function settle(): Promise<void> {
    do await turn();
    while (held > 0 || isWorking);
  }

  /** Does what is queued, also what is added meanwhile. */
  async function doQueued(): Promise<void> {
    isWorking = true;
    while (queue.length > 0) {
      do await turn();
      while (held > 0);
      await queue.shift()?.();
    }
    isWorking = false;
  }

  const after = (ms: number, callback: () => void): void => {
    lives.run(undefined, () => void globalThis.setTimeout(callback, ms));
  };
  return {
    now: () => clock.now,
    elapsed: () => clock.now - start,
    within: (life, work) => lives.run(life, work),
    after,
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
    async hold(work) {
      held += 1;
      try {
        return await work;
      } finally {
        held -= 1;
      }
    },
    inTurn<Result>(work: () => Promise<Result>) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      queue.push(() => work().then(resolve, reject));
      if (!isWorking) void lives.run(undefined, doQueued);
      return promise;
    },
    async passUntil(at, isOver) {
      let isThere = false;
      after(Math.max(0, at - clock.now), () => {
        isThere = true;
      });
      await settle();
      while (!isThere && !isOver()) {
        clock.next();
        await settle();
      }
    },
    end() {
      AbortSignal.timeout = timeout;
      // It restores what it has replaced itself, whatever was put in its place since.
      clock.uninstall();
    },
  };
}
