import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import type { ProxySettings } from '../../config/proxy.ts';

/** What came back. */
export interface PostAnswer {
  /** HTTP. */
  readonly status: number;
  /** The header of that name. */
  readonly retryAfter: string | undefined;
  readonly text: string;
}

/**
 * Posts JSON to an address; it isn't followed to another one.
 * @param signal ends it, the reading of the answer included
 * @returns the whole answer, whatever its status; rejects when none came, with the signal's reason when that aborted
 */
export type PostJson = (url: string, json: string, signal: AbortSignal) => Promise<PostAnswer>;

/** Slack answers in some words; what is far longer comes from something in between. */
const MOST_ANSWER_BYTES = 1_048_576;
const HEADERS = { 'content-type': 'application/json; charset=utf-8' } as const;

/** Connections are kept for a while, as many as are needed at once. @param proxy absent: addresses are reached directly */
export function createPostDispatcher(proxy: ProxySettings | undefined): Dispatcher {
  const options = { maxResponseSize: MOST_ANSWER_BYTES } as const;
  if (!proxy) return new Agent(options);
  const { http, https, exempt } = proxy;
  // Passed even when empty: otherwise undici reads them from the process's environment.
  return new EnvHttpProxyAgent({ ...options, httpProxy: http, httpsProxy: https, noProxy: exempt });
}

/** Posts through undici itself: each answer to a person is posted, and `fetch` above it costs as much again. */
export function createPostJson(dispatcher: Dispatcher): PostJson {
  return async (url, json, signal) => {
    const { origin, pathname, search } = new URL(url);
    const sent = { method: 'POST', origin, path: pathname + search, headers: HEADERS, body: json, signal } as const;
    const { statusCode: status, headers, body } = await dispatcher.request(sent);
    const { 'retry-after': wait } = headers;
    // Read to its end, whatever it says: only then is the connection kept.
    return { status, retryAfter: Array.isArray(wait) ? wait[0] : wait, text: await body.text() };
  };
}

/** The same through a `fetch`. */
export function postThrough(fetch: typeof globalThis.fetch): PostJson {
  return async (url, json, signal) => {
    const response = await fetch(url, { method: 'POST', headers: HEADERS, body: json, redirect: 'manual', signal });
    const { status, headers } = response;
    return { status, retryAfter: headers.get('retry-after') ?? undefined, text: await response.text() };
  };
}
