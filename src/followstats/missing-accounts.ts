import { AppError } from '../errors.ts';
import type { Timers } from '../timers.ts';
import type { FindMeant } from './accounts/meant-accounts.ts';
import { type SpareReadOptions, spareRead } from './reports/spare-read.ts';
import type { AnswerContext } from './subcommand.ts';
import type { AccountId, LookupMany } from './types.ts';

/** What was asked for is done by then; to know which accounts don't exist isn't worth more of a person's time, milliseconds. */
const WAIT_MS = 3000;

/** An account that Chat doesn't know. */
export interface MissingAccount {
  readonly account: AccountId;
  /** The known account that it was probably meant to be. */
  readonly meant?: AccountId | undefined;
}

/**
 * Finds out which accounts Chat doesn't know, in the order given; none when Chat can't be asked, or not in time. Rejects for a
 * bug alone.
 */
export type FindMissing = (
  accounts: readonly AccountId[],
  context: Pick<AnswerContext, 'asker'> & Partial<Pick<AnswerContext, 'signal'>>,
) => Promise<readonly MissingAccount[]>;

interface Options extends SpareReadOptions {
  /** Asked once for all accounts, within the call budget like any other look-up. */
  readonly lookup: LookupMany;
  readonly findMeant: FindMeant;
  readonly timers: Pick<Timers, 'timeout'>;
}

/** Makes a `FindMissing`. */
export function createFindMissing({ lookup, findMeant, timers, ...limits }: Options): FindMissing {
  return async (accounts, { asker, signal }) => {
    if (accounts.length === 0) return [];
    const limited = AbortSignal.any([timers.timeout(WAIT_MS), ...(signal ? [signal] : [])]);
    try {
      const answers = await lookup(accounts, { signal: limited, caller: asker.personId });
      const missing = accounts.filter((account) => {
        const answer = answers.get(account);
        return answer?.kind === 'failed' && answer.failure.code === 'missing_account';
      });
      const meant = missing.length > 0 ? await spareRead(findMeant(missing), limits) : new Map<AccountId, AccountId>();
      return missing.map((account) => ({ account, meant: meant.get(account) }));
    } catch (error) {
      if (error instanceof AppError) return [];
      throw error;
    }
  };
}
