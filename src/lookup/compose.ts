import type { DroppedCounts } from '../followstats/events/dropped-counts.ts';
import type { Nickname, ReadProfiles } from '../followstats/names/ports.ts';
import type { CheckFollows, ReadRelations } from '../followstats/relations/ports.ts';
import type { AccountId, AskMany, ChatCall, FailedAccount, Lookup, LookupMany } from '../followstats/types.ts';
import type { Timers } from '../timers.ts';
import { createBatcher } from './batching/batcher.ts';
import type { RateBudget } from './budget/rate-budget.ts';
import { type Call, withBudget } from './call.ts';
import { createCheckFollows } from './check-follows.ts';
import { createReadRelations } from './read-relations.ts';
import { type Recorder, withRecording } from './recorder.ts';
import { withBreaker } from './resilience/with-breaker.ts';
import { withHedge } from './resilience/with-hedge.ts';
import { withIsolation } from './resilience/with-isolation.ts';
import { withCallRetry, withRetry } from './resilience/with-retry.ts';
import { type OnCacheRead, withCache } from './with-cache.ts';

/** Twelve in a row are no accident at 200 calls a second; a host that restarts is back within seconds. */
const BREAKER = { failures: 12, restMs: 2000, longestRestMs: 30_000 };
/** Late is twice what 95 of 100 answers take; at most one call in twenty is made twice. */
const HEDGE = { factor: 2, leastMs: 50, share: 0.05 };
const LINGER_MS = 5;
const ATTEMPTS = 6;
/** Of the 25 s of an answer; what begins later would end without most of its accounts. */
const MOST_WAIT_MS = 20_000;
/** A name that comes late is there the next time. */
const NAME_ATTEMPTS = 2;

/**
 * What stands around each call of any Chat command: its budget, a breaker, and a second call for one that is late.
 * @param monotonic milliseconds of a clock that nothing sets back
 */
export function composeCall<Asked, Answered>(
  call: ChatCall<Asked, Answered>,
  budget: RateBudget,
  monotonic: () => number,
): Call<Asked, Answered> {
  const guarded = withBreaker(withBudget(call, budget), { ...BREAKER, now: monotonic });
  return withHedge(guarded, { ...HEDGE, now: monotonic });
}

/** How a call is asked again that failed transiently. */
interface Retrying {
  /** The first wait, milliseconds. */
  readonly retryDelayMs: number;
  readonly random: () => number;
  readonly timers: Timers;
}

/** How accounts are asked about in batches. */
interface Batching<Found> extends Retrying {
  /** Made by `composeCall`: about `accountsPerCall` accounts at most, of which `connections` can be under way. */
  readonly call: Call<readonly AccountId[], readonly (Found | FailedAccount)[]>;
  readonly accountsPerCall: number;
  readonly connections: number;
  /** That of `call`. */
  readonly budget: RateBudget;
  /** The most that `budget` gives. */
  readonly callsPerSecond: number;
  /** Whose answers are to be read anew; absent: nothing says so. */
  readonly droppedCounts?: Pick<DroppedCounts, 'on'> | undefined;
  /** As `createBatcher` has it. */
  readonly watchWaiting?: ((count: () => number) => void) | undefined;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
}

interface Options extends Batching<Lookup> {
  /** With `ttlMs` 0 nothing is remembered. */
  readonly cache: { readonly ttlMs: number; readonly maxAccounts: number };
  /** Records what is read; absent: nothing does. */
  readonly recorder: Recorder | undefined;
  /** As `withCache` has it. */
  readonly onCacheRead?: OnCacheRead | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** The decorators that know accounts, outermost last: what all commands, refreshes and digests ask through. */
export function composeLookup({ cache, recorder, onCacheRead: onRead, ...options }: Options): LookupMany {
  const { droppedCounts } = options;
  const batched = composeBatched(options, ATTEMPTS);
  const recorded = recorder ? withRecording(batched, recorder) : batched;
  if (cache.ttlMs === 0) return recorded;
  return withCache(recorded, { max: cache.maxAccounts, ttlMs: cache.ttlMs, droppedCounts, onRead, now: options.now });
}

/** What reads nicknames: each account is asked about once for all that want it, and one that spoils a call costs the others nothing. */
export function composeReadProfiles(options: Batching<Nickname>): ReadProfiles {
  return composeBatched(options, NAME_ATTEMPTS);
}

function composeBatched<Found extends { readonly kind: string }>(
  { call, budget, callsPerSecond, droppedCounts, watchWaiting, ...options }: Batching<Found>,
  attempts: number,
): AskMany<Found> {
  const patient = withRetry(withIsolation(call), { ...retriesOf(options), attempts });
  const batching = { size: options.accountsPerCall, concurrency: options.connections, lingerMs: LINGER_MS };
  const limits = { callsPerSecond, mostWaitMs: MOST_WAIT_MS };
  return createBatcher(patient, {
    ...batching,
    ...limits,
    budget,
    droppedCounts,
    watchWaiting,
    now: options.monotonic,
  });
}

/** What reads fans and followings, asked again for what failed transiently. @param options `call` made by `composeCall` */
export function composeReadRelations({
  call,
  ...options
}: Parameters<typeof createReadRelations>[0] & Retrying): ReadRelations {
  return createReadRelations({ ...options, call: withCallRetry(call, retriesOf(options)) });
}

/** What checks who follows whom, the same way. */
export function composeCheckFollows(
  options: Omit<Parameters<typeof createCheckFollows>[0], 'withRetry'> & Retrying,
): CheckFollows {
  return createCheckFollows({ ...options, withRetry: (call) => withRetry(call, retriesOf(options)) });
}

const retriesOf = ({ retryDelayMs: minDelayMs, random, timers }: Retrying) => ({
  ...{ attempts: ATTEMPTS, minDelayMs, random, timers },
});
