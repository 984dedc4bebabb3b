import { createChatReads } from '../../src/chat-lookup.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { AppError } from '../../src/errors.ts';
import type { AccountId, Lookup } from '../../src/followstats/types.ts';
import { createPool } from '../../src/tencent/pool.ts';

/** What every contender is told: whom to ask, in whose name, how often, and what to remember. */
export interface ContenderOptions {
  readonly baseUrl: string;
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** The administrator that signs. */
  readonly admin: string;
  /** `From_Account`. */
  readonly from: string;
  /** So many calls in any so many milliseconds. */
  readonly limit: { readonly calls: number; readonly perMs: number };
  /** 0: nothing is remembered. */
  readonly cacheTtlMs: number;
  readonly cacheMax: number;
}

export interface Counts {
  readonly followers: number;
  readonly following: number;
  readonly mutual: number;
}

/** One way of asking. An account that could not be read is left out of the answer. */
export interface Contender {
  lookup(userIds: readonly string[]): Promise<Map<string, Counts>>;
  close(): Promise<void>;
}

/** The configuration's own bounds. */
const MOST_CALLS_PER_SECOND = 10_000;

/** The app's configuration for these options. */
export function configOf(options: ContenderOptions): Config {
  const { limit, cacheTtlMs, cacheMax } = options;
  const callsPerSecond = Math.floor((limit.calls * 1000) / limit.perMs);
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-none',
    SLACK_APP_TOKEN: 'xapp-none',
    TENCENT_SDK_APP_ID: String(options.sdkAppId),
    TENCENT_SECRET_KEY: options.secretKey,
    TENCENT_BASE_URL: options.baseUrl,
    TENCENT_ADMIN: options.admin,
    TENCENT_FROM_ACCOUNT: options.from,
    TENCENT_MAX_CALLS_PER_SECOND: String(Math.min(MOST_CALLS_PER_SECOND, Math.max(1, callsPerSecond))),
  });
  // Set past the environment, which knows whole seconds only.
  return { ...config, cache: { ttlMs: cacheTtlMs, maxAccounts: cacheMax } };
}

/** The app's own look-up, wired as the app wires it. Every look-up is another person's, so they take turns. */
export function create(options: ContenderOptions): Contender {
  const pool = createPool(options.baseUrl);
  const { lookup } = createChatReads(configOf(options), pool, { mostCallsPerSecond: MOST_CALLS_PER_SECOND });
  let asked = 0;

  return {
    lookup(userIds) {
      asked += 1;
      return lookup(userIds as readonly AccountId[], { caller: String(asked) }).then(toCounts, toNone);
    },
    close: () => pool.destroy(),
  };
}

/** The app's answers without those that failed, as the same Map: each look-up has its own. */
function toCounts(answers: ReadonlyMap<AccountId, Lookup>): Map<string, Counts> {
  const counts = answers as Map<AccountId, Lookup>;
  counts.forEach((lookup, account) => {
    if (lookup.kind === 'failed') counts.delete(account);
  });
  return counts as Map<string, unknown> as Map<string, Counts>;
}

/** Nothing at all could be read; any other error is a bug and must be seen. */
function toNone(error: unknown): Map<string, Counts> {
  if (error instanceof AppError) return new Map();
  throw error;
}
