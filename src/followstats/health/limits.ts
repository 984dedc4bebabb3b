/* From when on something is worth a warning, and from when on it is a failure. The command line and the Home tab go by the same. */

/** How well something is. */
export type Health = 'ok' | 'warn' | 'fail';

/** From where on, in the unit of what is measured. */
export interface Limits {
  readonly warn: number;
  readonly fail: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const MB = 1_000_000;

/** Milliseconds between the app's clock and Slack's, which rejects requests that are 5 minutes old. */
export const SLACK_CLOCK: Limits = { warn: 30 * SECOND_MS, fail: 240 * SECOND_MS };
/** The same of Chat, where only the signature's life of a day depends on it. */
export const CHAT_CLOCK: Limits = { warn: 60 * SECOND_MS, fail: Number.POSITIVE_INFINITY };
/** Bytes that are free for the store. */
export const SPACE: Limits = { warn: 200 * MB, fail: 20 * MB };
/** Milliseconds since a run of a digest was due. */
export const OVERDUE: Limits = { warn: 15 * MINUTE_MS, fail: 180 * MINUTE_MS };

/** Judges what is bad when there is much of it; a limit itself counts as reached. */
export function judgeMost(value: number, { warn, fail }: Limits): Health {
  if (value >= fail) return 'fail';
  return value >= warn ? 'warn' : 'ok';
}

/** Judges what is bad when there is little of it; a limit itself is enough. */
export function judgeLeast(value: number, { warn, fail }: Limits): Health {
  if (value < fail) return 'fail';
  return value < warn ? 'warn' : 'ok';
}
