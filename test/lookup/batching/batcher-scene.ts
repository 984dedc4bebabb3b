import { AppError, type Failure } from '../../../src/errors.ts';
import type { DroppedCounts } from '../../../src/followstats/events/dropped-counts.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import { createBatcher } from '../../../src/lookup/batching/batcher.ts';
import type { RateBudget } from '../../../src/lookup/budget/rate-budget.ts';
import type { Call as ChatCall } from '../../../src/lookup/call.ts';
import { failed, found } from '../../followstats/reports/sample-lookups.ts';
import { recordBudget } from '../recorded-lookup.ts';

/** One batch as Chat saw it. */
export interface Call {
  readonly accounts: readonly AccountId[];
  /** Milliseconds since the scene began. */
  readonly at: number;
  endedAt: number;
  /** No look-up waited for it any more at the time it ended. */
  isGivenUp: boolean;
  readonly error: Error | undefined;
}

interface Options {
  readonly budget?: RateBudget;
  readonly concurrency?: number;
  readonly callsPerSecond?: number;
  readonly droppedCounts?: DroppedCounts;
  readonly lingerMs?: number;
  readonly latencyMs?: (call: number) => number;
  /** What a whole call fails with, if it does. */
  readonly errorOf?: (call: number, accounts: readonly AccountId[]) => Error | undefined;
  /** What a call says at once that it ran into and is made again for. */
  readonly failureOf?: (call: number) => Failure | undefined;
  /** Whether a call looks halfway if anybody still waits, as one that is repeated does; otherwise it runs on. */
  readonly endsWhenGivenUp?: boolean;
}

/** What Chat says of an account: always the same, another for each, and of every seventh that it is missing. */
export function truthOf(account: AccountId): Lookup {
  const number = Number(account.replace(/\D/g, ''));
  return number % 7 === 3 ? failed('missing_account') : found(0, number);
}

/** Shared batches over a fake Chat on the fake clock. */
export function createBatcherScene(options: Options = {}) {
  const { budget = recordBudget(), concurrency = 64, lingerMs = 5, latencyMs = () => 30 } = options;
  const { errorOf = () => undefined, failureOf = () => undefined, endsWhenGivenUp = true } = options;
  const calls: Call[] = [];
  const startedAt = Date.now();
  const now = () => Date.now() - startedAt;

  const callChat: ChatCall<readonly AccountId[], readonly Lookup[]> = (
    accounts,
    { permit, hasWaiters = () => true, onAttemptFailed } = {},
  ) => {
    const place = calls.length;
    const error = errorOf(place, accounts);
    const call: Call = { accounts: [...accounts], at: now(), endedAt: Infinity, isGivenUp: false, error };
    calls.push(call);
    const failure = failureOf(place);
    if (failure) onAttemptFailed?.(new Map(accounts.map((account) => [account, failure])));
    return new Promise((resolve, reject) => {
      function end(ending: () => void): void {
        if (call.endedAt < Infinity) return;
        clearTimeout(timer);
        clearTimeout(looking);
        call.endedAt = now();
        call.isGivenUp = !hasWaiters();
        permit?.release('taken');
        ending();
      }
      const timer = setTimeout(() => {
        end(() => (error ? reject(error) : resolve(accounts.map(truthOf))));
      }, latencyMs(place));
      const look = () => {
        if (!hasWaiters()) end(() => reject(error ?? new AppError('upstream_failed', 'no look-up waited')));
      };
      const looking = endsWhenGivenUp ? setTimeout(look, latencyMs(place) / 2) : undefined;
    });
  };

  // A real clock never says the same twice.
  let looks = 0;
  const ticking = () => {
    looks += 1;
    return now() + looks * 1e-6;
  };
  const lookup = createBatcher(callChat, {
    droppedCounts: options.droppedCounts,
    size: 20,
    budget,
    concurrency,
    callsPerSecond: options.callsPerSecond ?? Number.POSITIVE_INFINITY,
    mostWaitMs: 20_000,
    lingerMs,
    now: ticking,
  });
  return { lookup, calls, now, sizes: () => calls.map(({ accounts }) => accounts.length) };
}

export const distinct = (lookups: readonly (readonly AccountId[])[]) => new Set(lookups.flat());
