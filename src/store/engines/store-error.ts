import pg from 'pg';
import { AppError } from '../../errors.ts';
import { driverReason } from './driver-reason.ts';

/** SQLSTATE classes of statements that were wrong: data, constraints, syntax, what a trigger of ours rejected. */
const POSTGRES_BUGS: ReadonlySet<string> = new Set(['22', '23', '42', 'P0']);
/** The same of SQLite: ERROR, CONSTRAINT, MISMATCH, MISUSE, RANGE (sqlite.org/rescode.html). */
const SQLITE_BUGS: ReadonlySet<number> = new Set([1, 19, 20, 21, 25]);

/** The same of states that an operator can end, in words. */
const POSTGRES_REASONS: Readonly<Record<string, string>> = {
  '25006': 'it takes no writes: a standby, or set read-only',
  '53100': 'its disk is full',
};

/**
 * A driver's error as the rest of the app knows it. What a statement of ours did wrong stays as it is: that is a bug.
 * Anything else (no connection, no answer, no space, a server that goes down) is `store_unavailable`, made anew with the
 * driver's code and fixed words for it, since its own may quote the address or what was written.
 */
export function toStoreError(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) {
    const { code = '' } = error;
    return POSTGRES_BUGS.has(code.slice(0, 2)) ? error : unavailable(code, POSTGRES_REASONS[code]);
  }
  if (!(error instanceof Error) || error instanceof AppError || error instanceof TypeError) return error;
  if ('errcode' in error && typeof error.errcode === 'number') {
    // The lowest byte is the code, those above say more of it.
    const words = 'errstr' in error ? String(error.errstr) : undefined;
    return SQLITE_BUGS.has(error.errcode & 0xff) ? error : unavailable(`SQLite's ${error.errcode}`, words);
  }
  return unavailable(driverReason(error));
}

function unavailable(code: string, words?: string): AppError {
  return new AppError('store_unavailable', `the store failed: ${words ? `${code} (${words})` : code}`);
}
