import { withDeadline } from '../../deadline.ts';
import { AppError } from '../../errors.ts';
import type { AnswerContext } from '../subcommand.ts';
import type { LookupMany } from '../types.ts';
import type { ReadBaselines } from './baselines.ts';
import type { LookupCommand } from './read.ts';
import { createReport, type Report } from './report.ts';
import type { Resolve, Resolved, ResolveFault } from './resolve.ts';

/** What comes of a look-up. */
export type LookupAnswer =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'fault'; readonly fault: ResolveFault }
  /** Nothing at all could be read. `who`: `undefined` when not even whom it was about. */
  | { readonly kind: 'failed'; readonly error: AppError; readonly who: Resolved | undefined };

interface Needs {
  readonly resolve: Resolve;
  readonly lookup: LookupMany;
  readonly readBaselines: ReadBaselines;
  /** The most accounts one look-up may come to. */
  readonly maxAccounts: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/**
 * Looks accounts up. When the time is over it answers with what was read until then; it rejects with `out_of_time` when it
 * isn't even known by then whom it is about, and with `store_unavailable` when that can't be found out.
 */
export function createLookupAnswer({ resolve, lookup, readBaselines, maxAccounts, now }: Needs) {
  return async ({ who }: LookupCommand, { asker, fresh, onLookup, signal }: AnswerContext): Promise<LookupAnswer> => {
    const read = await withDeadline(resolve(who, maxAccounts), { signal });
    if ('fault' in read) return { kind: 'fault', fault: read.fault };
    const { resolved } = read;
    const { accounts } = resolved;
    const askedAt = now();
    if (accounts.length === 0) {
      return { kind: 'report', report: createReport(resolved, { answers: new Map(), askedAt }) };
    }
    onLookup?.(accounts.length);
    try {
      const [answers, baselines] = await Promise.all([
        lookup(accounts, { signal, fresh, caller: asker.personId }),
        readBaselines(accounts, askedAt),
      ]);
      return { kind: 'report', report: createReport(resolved, { answers, askedAt, baselines }) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { kind: 'failed', error, who: resolved };
    }
  };
}
