import { performance } from 'node:perf_hooks';
import type { AccountId, ChatCall, Lookup, LookupMany } from '../followstats/types.ts';
import { answerByAccount } from './batching/ask-many.ts';
import { coalesce } from './batching/coalesce.ts';
import { createAdaptiveRate } from './budget/adaptive-rate.ts';
import { createLeasedBudget, type PermitSource } from './budget/leased-budget.ts';
import { createRateBudget } from './budget/rate-budget.ts';
import { withBudget } from './budget/with-budget.ts';
import type { Recorder } from './recorder.ts';
import { withBreaker } from './resilience/with-breaker.ts';
import { withHedge } from './resilience/with-hedge.ts';
import { withIsolation } from './resilience/with-isolation.ts';
import { withRetry } from './resilience/with-retry.ts';
import { withCache } from './with-cache.ts';
import { withRecording } from './with-recording.ts';

/** Calls that may leave at once to begin with; fewer when Chat turns out to reject such a burst. */
const FIRST_BURST = 50;
/** Twelve in a row are no accident at 200 calls a second; a host that restarts is back within seconds. */
const BREAKER = { failures: 12, restMs: 2000, longestRestMs: 30_000 };
/** Late is twice what 95 of 100 answers take; at most one call in twenty is made twice. */
const HEDGE = { factor: 2, leastMs: 50, share: 0.05 };
const LINGER_MS = 5;
const ATTEMPTS = 6;

interface Options {
  /** One call to Chat, about `accountsPerCall` accounts at most, of which `connections` can be under way. */
  readonly call: ChatCall<readonly AccountId[], readonly Lookup[]>;
  readonly accountsPerCall: number;
  readonly connections: number;
  readonly callsPerSecond: number;
  /** Of `ttlMs` 0 nothing is remembered. */
  readonly cache: { readonly ttlMs: number; readonly maxAccounts: number };
  readonly retryDelayMs: number;
  /** Keeps what is read; absent: nothing does. */
  readonly recorder: Recorder | undefined;
  /** Shares of the budget that replicas have together; absent: it is this process's alone. */
  readonly slots: PermitSource | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly random: () => number;
}

/** The decorators around one call to Chat, outermost last: what all commands, refreshes and digests ask through. */
export function composeLookup({
  call,
  callsPerSecond,
  cache,
  recorder,
  slots,
  random,
  ...options
}: Options): LookupMany {
  // Of the imported one: the global of that name is looked up anew by a getter each time.
  const now = () => performance.now();
  const pace = createAdaptiveRate({ most: callsPerSecond, burst: Math.min(FIRST_BURST, callsPerSecond) });
  const local = createRateBudget({ callsPerSecond, pace, now });
  const budget = slots ? createLeasedBudget({ local, source: slots, now }) : local;
  const guarded = withBreaker(withBudget(call, budget), { ...BREAKER, now });
  const hedged = withHedge(guarded, { ...HEDGE, budget, now });
  const patient = withRetry(withIsolation(hedged), { attempts: ATTEMPTS, minDelayMs: options.retryDelayMs, random });
  const size = options.accountsPerCall;
  const shared = coalesce(patient, { size, concurrency: options.connections, lingerMs: LINGER_MS, budget, now });
  const recorded = recorder ? withRecording(shared, recorder) : shared;
  if (cache.ttlMs === 0) return answerByAccount(recorded);
  return withCache(recorded, { max: cache.maxAccounts, ttlMs: cache.ttlMs, now: options.now });
}
