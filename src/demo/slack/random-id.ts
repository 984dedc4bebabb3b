import { randomInt } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** An id that can't be guessed: `prefix` and `length` capital letters and digits, the look of Slack's own ids. */
export function randomId(prefix: string, length: number): string {
  return prefix + Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}
