import { inspect } from 'node:util';
import type { ChatFault } from '../../src/demo/chat/faults.ts';
import type { ChatServer, ChatServerOptions } from '../../src/demo/chat/server.ts';
import { AppError } from '../../src/errors.ts';
import type { Lookup } from '../../src/followstats/types.ts';
import { type ChatOptions, createChat } from '../../src/tencent/chat.ts';
import { followGetInfo } from '../../src/tencent/follow-get-info.ts';
import { createPool } from '../../src/tencent/pool.ts';
import { ADMIN, APP, KEY, withChat } from '../demo/chat/chat-client.ts';
import { accountsOf } from '../followstats/reports/sample-lookups.ts';

interface Scene {
  readonly chat?: Partial<ChatServerOptions>;
  readonly options?: Partial<ChatOptions>;
  readonly faults?: readonly ChatFault[];
}

interface Caller {
  readonly server: ChatServer;
  ask(...ids: readonly string[]): Promise<readonly Lookup[]>;
  /** What a call about alice rejects with. */
  failure(): Promise<AppError>;
  /** How many connections were made so far. */
  connections(): number;
}

/** `followGetInfo` against the Chat stand-in over real HTTP; both run while `use` does. */
export function withCaller({ chat = {}, options = {}, faults = [] }: Scene, use: (caller: Caller) => Promise<void>) {
  return withChat({ now: Date.now, ...chat }, async (server) => {
    server.setFaults(faults);
    const pool = createPool(options.baseUrl ?? server.url);
    let connections = 0;
    pool.on('connect', () => {
      connections += 1;
    });
    const lookup = createChat({
      baseUrl: server.url,
      sdkAppId: APP,
      secretKey: KEY,
      admin: ADMIN,
      fromAccount: ADMIN,
      timeoutMs: 5000,
      dispatcher: pool,
      now: Date.now,
      random: Math.random,
      ...options,
    })(followGetInfo);
    try {
      await use({
        server,
        ask: (...ids) => lookup(accountsOf(...ids)),
        failure: () => errorOf(lookup(accountsOf('alice'))),
        connections: () => connections,
      });
    } finally {
      await pool.destroy();
    }
  });
}

export async function errorOf(promise: Promise<unknown>): Promise<AppError> {
  const outcome = await promise.catch((error: unknown) => error);
  if (outcome instanceof AppError) return outcome;
  throw new Error('expected an AppError', { cause: outcome });
}

/** Everything that any logger could ever write of an error. */
export function everythingIn(error: Error): string {
  return [String(error), error.stack, JSON.stringify(error), inspect(error, { depth: 10, showHidden: true })].join(
    '\n',
  );
}
