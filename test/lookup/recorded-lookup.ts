import { AppError, type ErrorCode } from '../../src/errors.ts';
import type { AccountId, Lookup, LookupMany, LookupOptions } from '../../src/followstats/types.ts';
import { found } from '../followstats/sample-lookups.ts';

/** Answers one call for these accounts, or throws. `call` counts from 0. */
type Script = (accounts: readonly AccountId[], call: number) => Readonly<Record<string, Lookup>> | Promise<never>;

export interface RecordedLookup {
  readonly lookup: LookupMany;
  /** The accounts of each call, in the order the calls were made. */
  readonly calls: readonly (readonly AccountId[])[];
  readonly options: readonly (LookupOptions | undefined)[];
}

/** A look-up that finds every account but for what the script says, and keeps what it was asked. */
export function recordLookup(script: Script = () => ({})): RecordedLookup {
  const calls: (readonly AccountId[])[] = [];
  const options: (LookupOptions | undefined)[] = [];
  return {
    calls,
    options,
    lookup: async (accounts, given) => {
      calls.push(accounts);
      options.push(given);
      const scripted = await script(accounts, calls.length - 1);
      return new Map(accounts.map((account) => [account, scripted[account] ?? found()]));
    },
  };
}

export function outage(code: ErrorCode): AppError {
  return new AppError(code, `scripted: ${code}`);
}

/** What became of each account: `found`, or the failure's code. */
export function outcomesOf(answers: ReadonlyMap<AccountId, Lookup>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...answers].map(([account, lookup]) => [account, lookup.kind === 'found' ? 'found' : lookup.failure.code]),
  );
}
