import type { AccountId, Lookup, LookupMany, LookupOptions } from '../../followstats/types.ts';

/**
 * What `LookupMany` is below the cache: the same promise, but answers in the order asked, one for each, so that no layer builds
 * a Map only for the next one to take it apart.
 */
export type AskMany = (accounts: readonly AccountId[], options?: LookupOptions) => Promise<readonly Lookup[]>;

/** Says by account what was answered in the order asked. */
export function answerByAccount(ask: AskMany): LookupMany {
  return async (accounts, options) => {
    const lookups = await ask(accounts, options);
    const answers = new Map<AccountId, Lookup>();
    for (let place = 0; place < accounts.length; place += 1) {
      answers.set(accounts[place] as AccountId, lookups[place] as Lookup);
    }
    return answers;
  };
}
