import { type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici';
import type { ProxySettings } from '../config/proxy.ts';
import { MAX_ANSWER_BYTES } from './transport.ts';

/** Chat's answers take 10–100 ms, so 64 carry the 200 calls/s of a SDKAppID, with room for a burst of 50 and slow answers. */
export const CONNECTIONS = 64;

/** Beside those, for names: calls for them that hang must not hold up counts. */
export const NAME_CONNECTIONS = 8;

const POOL_OPTIONS = {
  connections: CONNECTIONS + NAME_CONNECTIONS,
  keepAliveTimeout: 30_000,
  maxResponseSize: MAX_ANSWER_BYTES,
} as const;

/** Returns kept-alive connections to one Chat host; Chat's documents advise a pool, as TCP and TLS cost more than the call. */
export function createPool(baseUrl: string): Pool {
  return new Pool(new URL(baseUrl).origin, POOL_OPTIONS);
}

interface ProxiedOptions {
  readonly baseUrl: string;
  /** Absent: Chat is reached directly. */
  readonly proxy: ProxySettings | undefined;
  /** How long the proxy may take to reach Chat, milliseconds. */
  readonly timeoutMs: number;
}

/** Returns the same as `createPool`, through the proxy where there is one. An `https:` host's tunnels are kept alive like connections. */
export function createDispatcher({ baseUrl, proxy, timeoutMs }: ProxiedOptions): Dispatcher {
  if (!proxy) return createPool(baseUrl);
  return new EnvHttpProxyAgent({
    ...POOL_OPTIONS,
    // Passed even when empty: otherwise undici reads them from the process's environment.
    httpProxy: proxy.http,
    httpsProxy: proxy.https,
    noProxy: proxy.exempt,
    connectTimeout: timeoutMs,
    // Of the CONNECT request: a proxy that never answers it would hold a call for five minutes.
    clientFactory: (origin, options) => new Pool(origin, { ...options, headersTimeout: timeoutMs }),
  });
}
