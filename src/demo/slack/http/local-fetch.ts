import type { Outcome } from './http-answer.ts';
import { answer, type Handle } from './routing.ts';

/**
 * Does what `fetch` would, without a network: the outcome of a request to the stand-in.
 *
 * @param address what the stand-in's URLs begin with, without a path
 * @param input as for `fetch`, as is `init`, of which only `method`, `headers` and `body` count: to wait, to give up and to
 * make a response of the outcome is the caller's part
 * @returns rejects with a `TypeError` when the URL isn't at `address`, and as `handle` throws
 */
export async function answerFetch(
  handle: Handle,
  address: string,
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<Outcome> {
  const asked = input instanceof Request ? input : undefined;
  const { origin, pathname, search } = new URL(asked?.url ?? String(input));
  // The rest of the URL may be secret.
  if (origin !== new URL(address).origin) throw new TypeError(`The stand-in is at ${address}, not at ${origin}`);

  const body = init.body ?? asked?.body ?? undefined;
  const headers = new Headers(init.headers ?? asked?.headers);
  const { bytes, contentType } = await readBody(body);
  if (contentType !== undefined && !headers.has('content-type')) headers.set('content-type', contentType);
  const method = (init.method ?? asked?.method ?? 'GET').toUpperCase();
  return answer(handle, { method, url: pathname + search, headers: Object.fromEntries(headers), body: bytes });
}

interface Body {
  readonly bytes: Buffer;
  /** What `fetch` sends with such a body when the caller says nothing of it. */
  readonly contentType: string | undefined;
}

/** The usual bodies are read without streams, which stand still while a simulation holds back `process.nextTick`. */
async function readBody(body: RequestInit['body'] | undefined): Promise<Body> {
  if (body === undefined || body === null) return { bytes: Buffer.alloc(0), contentType: undefined };
  if (typeof body === 'string') return { bytes: Buffer.from(body), contentType: 'text/plain;charset=UTF-8' };
  if (body instanceof URLSearchParams) {
    return { bytes: Buffer.from(String(body)), contentType: 'application/x-www-form-urlencoded;charset=UTF-8' };
  }
  if (body instanceof Uint8Array) return { bytes: Buffer.from(body), contentType: undefined };

  const response = new Response(body);
  return {
    bytes: Buffer.from(await response.arrayBuffer()),
    contentType: response.headers.get('content-type') ?? undefined,
  };
}
