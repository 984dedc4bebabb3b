import { AppError, type Failure } from '../../errors.ts';
import type { AccountId, FailedAccount } from '../../followstats/types.ts';
import type { Entry } from './fair-queue.ts';

/** The accounts of one call. */
export interface Batch<Found> {
  readonly accounts: readonly InFlight<Found>[];
  /** What those accounts ran into that are asked again: others of the batch may have an answer by then. */
  lastFailures: ReadonlyMap<AccountId, Failure>;
}

/** One account that is being looked up, or waits for it, once for all the look-ups that want it. */
export interface InFlight<Found> extends Entry {
  readonly account: AccountId;
  /** Empty when every look-up that wanted it has ended. */
  waiters: PendingLookup<Found>[];
  batch: Batch<Found> | undefined;
}

/** @returns whether any look-up still waits for any of it */
export function hasWaiters<Found>(batch: Batch<Found>): boolean {
  return batch.accounts.some(({ waiters }) => waiters.length > 0);
}

/** One caller's look-up until all of its accounts are answered. */
export interface PendingLookup<Found> {
  /** One answer for each account, in the order asked. Rejects when every account failed with its whole call, or for a bug. */
  readonly answers: Promise<ReadonlyMap<AccountId, Found | FailedAccount>>;
  /** The first answer of an account counts. @param error when its whole call failed */
  answer(account: AccountId, lookup: Found | FailedAccount, error?: AppError): void;
  /** Rejects with a bug; has no effect once the look-up has ended. */
  fail(error: unknown): void;
  /** Every account without an answer has failed with `out_of_time`. @param lastFailureOf why its last attempt failed, if it is made again */
  runOut(lastFailureOf: (account: AccountId) => Failure | undefined): void;
}

/**
 * @param accounts at least one, each once
 * @param onEnd called once, when the last account is answered or the look-up has failed
 */
export function createPendingLookup<Found>(accounts: readonly AccountId[], onEnd: () => void): PendingLookup<Found> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<AccountId, Found | FailedAccount>>();
  const lookups = new Map<AccountId, Found | FailedAccount | undefined>(
    accounts.map((account) => [account, undefined]),
  );
  const errors: AppError[] = [];
  let left = accounts.length;

  function answer(account: AccountId, lookup: Found | FailedAccount, error?: AppError): void {
    if (left === 0 || lookups.get(account)) return;
    lookups.set(account, lookup);
    if (error) errors.push(error);
    left -= 1;
    if (left > 0) return;
    onEnd();
    if (errors.length === accounts.length) reject(errors[0]);
    else resolve(lookups as ReadonlyMap<AccountId, Found | FailedAccount>);
  }

  return {
    answers: promise,
    answer,
    fail(error) {
      if (left === 0) return;
      left = 0;
      onEnd();
      reject(error);
    },
    runOut(lastFailureOf) {
      const lastFailure = accounts.map(lastFailureOf).find((failure) => failure !== undefined);
      const message = `the deadline passed with ${left} of ${accounts.length} accounts unanswered`;
      const error = new AppError('out_of_time', message, undefined, lastFailure);
      for (const account of accounts) {
        const failure: Failure = { code: 'out_of_time', lastFailure: lastFailureOf(account) };
        answer(account, { kind: 'failed', failure }, error);
      }
    },
  };
}
