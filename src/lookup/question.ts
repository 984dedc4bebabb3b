import { AppError } from '../errors.ts';
import type { AccountId, Lookup } from '../followstats/types.ts';

/** One caller's look-up while its accounts are being asked. Accounts are known by their place in the question. */
export interface Question {
  /** Every account, in the order asked, each once. Rejects when every account failed with its whole call. */
  readonly answered: Promise<ReadonlyMap<AccountId, Lookup>>;
  /** @param error when the account's whole call failed */
  answer(place: number, lookup: Lookup, error?: AppError): void;
  /** A bug: nothing that could be shown. */
  fail(error: unknown): void;
}

/**
 * @param accounts each once
 * @param signal aborts at the caller's deadline: what is unanswered then has failed with `out_of_time`
 * @param onLeave called when the caller waits no longer, before its answer is given
 */
export function createQuestion(
  accounts: readonly AccountId[],
  signal: AbortSignal | undefined,
  onLeave: () => void,
): Question {
  const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<AccountId, Lookup>>();
  const lookups: (Lookup | undefined)[] = new Array(accounts.length);
  let left = accounts.length;
  let failed = 0;
  let firstError: AppError | undefined;

  function end(): void {
    signal?.removeEventListener('abort', giveUp);
    if (firstError && failed === accounts.length) {
      reject(firstError);
      return;
    }
    const answers = new Map<AccountId, Lookup>();
    // A plain loop: the iterator's pairs were a tenth of a small question's cost.
    for (let place = 0; place < accounts.length; place += 1) {
      answers.set(accounts[place] as AccountId, lookups[place] as Lookup);
    }
    resolve(answers);
  }

  function answer(place: number, lookup: Lookup, error?: AppError): void {
    if (lookups[place]) return;
    lookups[place] = lookup;
    if (error) {
      failed += 1;
      firstError ??= error;
    }
    left -= 1;
    if (left === 0) end();
  }

  function giveUp(): void {
    if (left === 0) return;
    onLeave();
    const error = new AppError(
      'out_of_time',
      `the deadline passed with ${left} of ${accounts.length} accounts unanswered`,
    );
    const lookup: Lookup = { kind: 'failed', failure: error.failure };
    for (const place of accounts.keys()) answer(place, lookup, error);
  }

  signal?.addEventListener('abort', giveUp);
  if (left === 0) end();
  return {
    answered: promise,
    answer,
    fail(error) {
      if (left === 0) return;
      signal?.removeEventListener('abort', giveUp);
      onLeave();
      left = 0;
      lookups.fill({ kind: 'failed', failure: { code: 'incomplete_answer' } });
      reject(error);
    },
  };
}
