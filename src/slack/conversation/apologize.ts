import { type Logger, newReference } from '../../logger.ts';
import type { Sentence } from '../blocks/kit/inline.ts';
import { mentionAdmins } from '../blocks/kit/mention-people.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import type { Reader } from '../words/reader.ts';

/**
 * Logs a bug under a new reference.
 * @param message of the log line
 * @returns the reference, eight hexadecimal digits
 */
export function logBug(log: Logger, error: unknown, message: string): string {
  const reference = newReference();
  log.error({ err: error, reference }, message);
  return reference;
}

/** @returns the apology for a bug, which names the reference in the log and nothing else of the error */
export function apology(reader: Reader, reference: string): Sentence {
  const { apology: say, apologyAdmin, apologyOperators } = reader.words.conversation;
  const code = { reference: { code: reference } };
  if (reader.role === 'admin') return apologyAdmin(code);
  if (reader.admins.length === 0) return apologyOperators(code);
  return say({ ...code, admins: mentionAdmins(reader) });
}

/** For a bug: logs it as `logBug` does. @returns the apology as a reply */
export function apologize(reader: Reader, log: Logger, error: unknown, message: string): Reply {
  return sentences(reader, apology(reader, logBug(log, error, message)));
}
