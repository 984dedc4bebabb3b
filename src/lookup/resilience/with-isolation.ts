import type { ErrorCode } from '../../errors.ts';
import type { AccountId, Lookup } from '../../followstats/types.ts';
import type { Ask, AskBatch } from '../ask-batch.ts';
import { failAll, toFailure } from '../failed.ts';

/** What one account can do to a whole call: Chat doesn't say whether 30003 and 30001 stand for the call or an item. */
const ONE_ACCOUNTS_FAULT: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['missing_account', 'rejected_account']);

/**
 * Finds the accounts that make a whole call fail, by asking for each half again, so that one bad account costs only
 * its own row: about 2·log₂(n) further calls for one of n. Any other failure of the first call, or one that nobody waits
 * for any more, is thrown on; of a half, it marks that half.
 */
export function withIsolation(next: AskBatch): AskBatch {
  async function halve(accounts: readonly AccountId[], ask: Ask | undefined): Promise<readonly Lookup[]> {
    const middle = Math.ceil(accounts.length / 2);
    const halves = [accounts.slice(0, middle), accounts.slice(middle)];
    // The slot was for the first call; each half asks for its own.
    const answers = await Promise.all(
      halves.map((half) =>
        isolate(half, { isWanted: ask?.isWanted }).catch((error: unknown) => failAll(half.length, toFailure(error))),
      ),
    );
    return answers.flat();
  }

  async function isolate(accounts: readonly AccountId[], ask?: Ask): Promise<readonly Lookup[]> {
    try {
      return await next(accounts, ask);
    } catch (error) {
      const failure = toFailure(error);
      if (!ONE_ACCOUNTS_FAULT.has(failure.code) || ask?.isWanted?.() === false) throw error;
      return accounts.length > 1 ? halve(accounts, ask) : failAll(1, failure);
    }
  }

  return isolate;
}
