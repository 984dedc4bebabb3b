import { withDeadline } from '../../deadline.ts';
import { AppError } from '../../errors.ts';
import type { AnswerContext } from '../subcommand.ts';
import { type Who, withOtherList, writeLookup } from '../typed/who.ts';
import type { AccountId, Lookup, LookupMany } from '../types.ts';
import type { ReadBaselines } from './baselines.ts';
import type { LookupCommand } from './read.ts';
import { createReport, type Report } from './report.ts';
import type { Resolve, Resolved, ResolveFault } from './resolve.ts';
import type { ReadUnreadDetails } from './unread-details.ts';

/** What comes of a look-up. */
export type LookupAnswer =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'fault'; readonly fault: ResolveFault }
  /**
   * Nothing at all could be read. `who`: `undefined` when not even whom it was about. `report`: all accounts with that failure,
   * and what was read of them last; absent where it isn't known which accounts those are.
   */
  | {
      readonly kind: 'failed';
      readonly error: AppError;
      readonly who: Resolved | undefined;
      readonly report?: Report;
    };

interface Needs {
  readonly resolve: Resolve;
  readonly lookup: LookupMany;
  readonly readBaselines: ReadBaselines;
  readonly readUnreadDetails: ReadUnreadDetails;
  /** The most accounts one look-up may come to. */
  readonly maxAccounts: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/**
 * Looks accounts up. When the time is over it answers with what was read until then; it rejects with `out_of_time` when it
 * isn't even known by then whom it is about, and with `store_unavailable` when that can't be found out.
 */
export function createLookupAnswer(needs: Needs) {
  const { resolve, lookup, readBaselines, readUnreadDetails, maxAccounts, now } = needs;

  return async (
    { who }: LookupCommand,
    { asker, fresh, shown, onLookup, signal }: AnswerContext,
  ): Promise<LookupAnswer> => {
    if (shown) return { kind: 'report', report: shown };
    const read = await withDeadline(resolve(who, maxAccounts), { signal });
    if ('fault' in read) return { kind: 'fault', fault: correctList(who, read.fault, writeLookup) };
    const { resolved } = read;
    const { accounts } = resolved;
    const askedAt = now();
    if (accounts.length === 0) {
      return { kind: 'report', report: createReport(resolved, { answers: new Map(), askedAt }) };
    }
    onLookup?.(resolved);
    try {
      const [answers, baselines] = await Promise.all([
        lookup(accounts, { signal, fresh, caller: asker.personId }),
        readBaselines(accounts, askedAt),
      ]);
      const details = await readUnreadDetails(answers, now());
      return { kind: 'report', report: createReport(resolved, { answers, askedAt, baselines, ...details }) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const answers = new Map<AccountId, Lookup>(
        accounts.map((account) => [account, { kind: 'failed', failure: error.failure }]),
      );
      const details = await readUnreadDetails(answers, now());
      return { kind: 'failed', error, who: resolved, report: createReport(resolved, { answers, askedAt, ...details }) };
    }
  };
}

/** Adds the command that was meant, where a list's name is a typo of another's. @param write the command about other accounts */
export function correctList(
  who: Who,
  fault: ResolveFault,
  write: (who: Who) => string,
): ResolveFault & { readonly corrected?: string } {
  if (fault.kind !== 'unknown-list') return fault;
  if (!fault.suggestion) return { ...fault, toMake: [] };
  return { ...fault, toMake: [], corrected: write(withOtherList(who, fault.name, fault.suggestion)) };
}
