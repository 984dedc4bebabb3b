import { readRetryAfter } from './retry-after.ts';

type Fetch = typeof globalThis.fetch;

/** Slack counts most of its limits by the minute, so half of one is a fair wait where it doesn't say how long. */
const USUAL_WAIT_SECONDS = 30;

/**
 * A `fetch` for Slack's SDK, with which every failure of a call is an error of the SDK's own kind (`SlackError`). Left to
 * itself the SDK throws a plain `Error` for a 429 whose `Retry-After` it can't read, and for an answer that breaks off.
 * So a 429 always says how long to wait (30 s where Slack doesn't; at most an hour), and an answer is read to its end here.
 * @param now Unix milliseconds, for a `Retry-After` that is a date
 * @returns rejects as `fetch` does, and also when the answer's body breaks off
 */
export function createSlackFetch(fetch: Fetch, now: () => number): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const { status, statusText } = response;
    const headers = new Headers(response.headers);
    if (status === 429) {
      headers.set('retry-after', String(readRetryAfter(headers.get('retry-after'), now()) ?? USUAL_WAIT_SECONDS));
    }
    const body = await response.arrayBuffer();
    return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
  };
}
