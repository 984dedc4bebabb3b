import { AppError, type Failure } from '../errors.ts';
import type { Lookup } from '../followstats/types.ts';

/** The same failure for each of so many accounts. */
export function failAll(count: number, failure: Failure): readonly Lookup[] {
  return new Array<Lookup>(count).fill({ kind: 'failed', failure });
}

/** Lets a bug through; only an `AppError` is an outage that may become data. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof AppError)) throw error;
  return error.failure;
}
