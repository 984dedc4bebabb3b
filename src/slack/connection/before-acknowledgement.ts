import { withDeadline } from '../../deadline.ts';

/** Called when a request was read. @returns to be called when its acknowledgement leaves */
export type OnRequest = () => () => void;

/** Of Slack's 3 s, so much waits for a store that is slow. */
const RECORD_MS = 250;

/**
 * Resolves when the store has what is owed, or after 250 ms: of a replica that is killed right after an acknowledgement, another one
 * has to know of it. Never rejects.
 */
export async function whenRecorded(recording: Promise<unknown>): Promise<void> {
  await withDeadline(recording, { ms: RECORD_MS }, () => undefined);
}
