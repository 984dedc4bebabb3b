import { AppError, type Failure } from '../errors.ts';
import type { AccountId, Lookup } from '../followstats/types.ts';

/** The same failure for every account given. */
export function failAll(accounts: Iterable<AccountId>, failure: Failure): Map<AccountId, Lookup> {
  const lookup: Lookup = { kind: 'failed', failure };
  return new Map(Array.from(accounts, (account) => [account, lookup]));
}

/** Lets a bug through; only an `AppError` is an outage that may become data. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof AppError)) throw error;
  return error.failure;
}
