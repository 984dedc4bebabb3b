import type { ErrorCode } from '../../errors.ts';
import type { AccountId, FailedAccount } from '../../followstats/types.ts';
import { type Call, type CallContext, failAll, toFailure } from '../call.ts';

/** What one account can do to a whole call: Chat doesn't say whether 30003 and 30001 stand for the call or an item. */
const ONE_ACCOUNTS_FAULT: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['missing_account', 'rejected_account']);

/**
 * Finds the accounts that make a whole call fail, by asking for each half again, so that one bad account costs only its own
 * answer: about 2·log₂(n) further calls for one of n. Rejects with any other failure of the first call, or when no look-up
 * waits any more; any failure of a half marks that half.
 */
export function withIsolation<Found>(
  next: Call<readonly AccountId[], readonly (Found | FailedAccount)[]>,
): Call<readonly AccountId[], readonly (Found | FailedAccount)[]> {
  type Answers = readonly (Found | FailedAccount)[];

  async function halve(accounts: readonly AccountId[], { hasWaiters }: CallContext): Promise<Answers> {
    const middle = Math.ceil(accounts.length / 2);
    const halves = [accounts.slice(0, middle), accounts.slice(middle)];
    // Without the permit, which was for the first call.
    const answers = await Promise.all(
      halves.map((half) =>
        isolate(half, { hasWaiters }).catch((error: unknown): Answers => failAll(half.length, toFailure(error))),
      ),
    );
    return answers.flat();
  }

  async function isolate(accounts: readonly AccountId[], context: CallContext = {}): Promise<Answers> {
    try {
      return await next(accounts, context);
    } catch (error) {
      const failure = toFailure(error);
      if (!ONE_ACCOUNTS_FAULT.has(failure.code) || context.hasWaiters?.() === false) throw error;
      return accounts.length > 1 ? halve(accounts, context) : failAll(1, failure);
    }
  }

  return isolate;
}
