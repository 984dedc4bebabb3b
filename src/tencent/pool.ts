import { Pool } from 'undici';
import { MAX_ANSWER_BYTES } from './transport.ts';

/** Chat's answers take 10–100 ms, so 64 carry the 200 calls/s of a SDKAppID, with room for a burst of 50 and slow answers. */
export const CONNECTIONS = 64;

/** Kept-alive connections to one Chat host; Chat's documents advise a pool, as TCP and TLS cost more than the call. */
export function createPool(baseUrl: string): Pool {
  return new Pool(new URL(baseUrl).origin, {
    connections: CONNECTIONS,
    keepAliveTimeout: 30_000,
    maxResponseSize: MAX_ANSWER_BYTES,
  });
}
