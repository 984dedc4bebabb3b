import type { IncomingHttpHeaders } from 'node:http';

/** Slack's window for a request's age, in both directions: one from the future could be sent again for as long as it lies ahead. */
export const WINDOW_MS = 5 * 60_000;

const SIGNATURE = /^v0=[0-9a-f]{64}$/;
const TIMESTAMP = /^\d{1,12}$/;

/** What Slack signs a request with, well-formed and of the present. Whether it is Slack's is not known yet. */
export interface SigningHeaders {
  readonly signature: string;
  /** Unix seconds. */
  readonly timestamp: number;
}

/**
 * Reads the headers of a request before anything of its body.
 * @param nowMs Unix milliseconds
 * @returns what is wrong with them in its stead, without their values
 */
export function readSigningHeaders(headers: IncomingHttpHeaders, nowMs: number): SigningHeaders | { fault: string } {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': sentAt } = headers;
  if (typeof signature !== 'string' || typeof sentAt !== 'string') return { fault: 'it has no signature' };
  if (!SIGNATURE.test(signature)) return { fault: 'its x-slack-signature is malformed' };
  if (!TIMESTAMP.test(sentAt)) return { fault: 'its x-slack-request-timestamp is malformed' };
  const timestamp = Number(sentAt);
  const ageMs = nowMs - timestamp * 1000;
  if (ageMs > WINDOW_MS) return { fault: 'it is more than five minutes old' };
  if (ageMs < -WINDOW_MS) return { fault: 'its time lies more than five minutes ahead' };
  return { signature, timestamp };
}

/**
 * @returns the media type alone, in lower case: a proxy may add `; charset=utf-8`, and Bolt compares it whole
 */
export function mediaTypeOf({ 'content-type': contentType = '' }: IncomingHttpHeaders): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}
