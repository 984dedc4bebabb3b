/** The driver's words for a statement that got no answer in its time. */
export const NO_ANSWER = 'Query read timeout';

/**
 * What the driver of Postgres says in words alone, without a code, while it connects or asks → what that means. Its words
 * are compared whole, and never repeated.
 */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['timeout expired', 'no connection in time'],
  ['timeout exceeded when trying to connect', 'no connection in time'],
  ['Connection terminated due to connection timeout', 'no connection in time'],
  [NO_ANSWER, 'no answer in time'],
  ['Connection terminated', 'the connection was closed'],
  ['Connection terminated unexpectedly', 'the connection was closed before an answer'],
  ['Client has encountered a connection error and is not queryable', 'the connection broke'],
  ['Client was closed and is not queryable', 'the connection was closed'],
  ['There was an error establishing an SSL connection', 'the answer to the request for TLS was not that of a Postgres'],
]);

/** The code of a driver's error, else what its words mean; nothing of the words themselves, which may quote the address. */
export function driverReason(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return REASONS.get(error.message) ?? 'no reason given';
}
