import { randomUUID } from 'node:crypto';
import { LIMITS } from './blocks/limits.ts';

/** Questions too long for a button are kept here; at 32 bytes an account, 500 of 500 accounts take about 8 MB. */
const MOST_KEPT = 500;
const KEPT = /^kept ([0-9a-f-]{36})$/;

/** Gives a button what it needs to ask its question again. */
export interface QuestionKeeper {
  /** A button's `value`: the command's text itself where it fits, else a key to it. */
  keep(command: string): string;
  /** The command's text; `undefined` when it was kept by a process that has ended, or too long ago. */
  recall(value: string): string | undefined;
}

/** Keeps the latest 500 long questions in memory. */
export function createQuestionKeeper(): QuestionKeeper {
  const kept = new Map<string, string>();
  return {
    keep(command) {
      if (command.length <= LIMITS.buttonValue) return command;
      const key = randomUUID();
      kept.set(key, command);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest) kept.delete(oldest);
      return `kept ${key}`;
    },
    recall(value) {
      const key = KEPT.exec(value)?.[1];
      return key === undefined ? value : kept.get(key);
    },
  };
}
