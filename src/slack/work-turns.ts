import { nextTick } from 'node:process';
import { nextTurn } from '../timers.ts';

interface Options {
  /** How long work goes on before what has arrived meanwhile is read, milliseconds. */
  readonly budgetMs?: number;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

/**
 * Lets work begin, or go on, by turns: all requests that have arrived are read and acknowledged before each turn.
 * Resolves when it is its caller's turn, at once after the present input and output where nothing else waits. Never rejects.
 */
export type TakeTurn = () => Promise<void>;

/** Of Slack's 3 s nearly nothing, and many times what a turn of the event loop costs. */
const BUDGET_MS = 5;

/** Makes the turns of one process, first come, first served. */
export function createWorkTurns({ budgetMs = BUDGET_MS, now = () => performance.now() }: Options = {}): TakeTurn {
  const waiting: (() => void)[] = [];
  let isOpen = false;

  async function open(): Promise<void> {
    isOpen = true;
    while (waiting.length > 0) {
      await nextTurn();
      const closesAt = now() + budgetMs;
      do {
        waiting.shift()?.();
        await nothingToDo();
      } while (waiting.length > 0 && now() < closesAt);
    }
    isOpen = false;
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (!isOpen) void open();
    });
}

/** Resolves once all that needs no input, output or timer is done. */
function nothingToDo(): Promise<void> {
  return new Promise((resolve) => nextTick(resolve));
}
