import { vi } from 'vitest';

/** Everything that follows at once from what has just happened. Only with fake timers, which leave `nextTick` alone. */
const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** Lets `ms` pass: each timer in its turn, and what follows from it before the next. Nothing really waits. */
export async function pass(ms: number): Promise<void> {
  let isOver = false;
  setTimeout(() => {
    isOver = true;
  }, ms);
  await settled();
  while (!isOver) {
    vi.advanceTimersToNextTimer();
    await settled();
  }
}

/** Lets time pass until nothing is left to wait for. */
export async function passAll(): Promise<void> {
  await settled();
  while (vi.getTimerCount() > 0) {
    vi.advanceTimersToNextTimer();
    await settled();
  }
}

/** What a promise has come to by now. */
export async function stateOf(promise: Promise<unknown>): Promise<'pending' | 'resolved' | 'rejected'> {
  let state: 'pending' | 'resolved' | 'rejected' = 'pending';
  promise.then(
    () => {
      state = 'resolved';
    },
    () => {
      state = 'rejected';
    },
  );
  await settled();
  return state;
}
