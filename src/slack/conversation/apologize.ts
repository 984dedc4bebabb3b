import { randomUUID } from 'node:crypto';
import type { Logger } from '../../logger.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import type { Reader } from '../words/reader.ts';

/** How the audit names the end of what a bug stopped. */
export const APP_FAULT = 'fault-of-the-app';

/**
 * For a bug: logs it under a new reference.
 * @param message of the log line
 * @returns the apology, which names the reference and nothing else of the error
 */
export function apologize(reader: Reader, log: Logger, error: unknown, message: string): Reply {
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, message);
  return sentences(reader, reader.words.conversation.apology({ reference: { code: reference } }));
}
