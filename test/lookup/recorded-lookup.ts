import { AppError, type ErrorCode } from '../../src/errors.ts';
import type { AccountId, CallOptions, Lookup, LookupOptions } from '../../src/followstats/types.ts';
import type { Ask } from '../../src/lookup/ask-batch.ts';
import type { RateBudget, Slot } from '../../src/lookup/budget/rate-budget.ts';
import { found } from '../followstats/reports/sample-lookups.ts';

type Scripted = Readonly<Record<string, Lookup>>;

/** Answers one call for these accounts, or throws. `call` counts from 0. */
type Script = (accounts: readonly AccountId[], call: number) => Scripted | Promise<Scripted>;

type Given = LookupOptions & Ask & CallOptions;

export interface RecordedLookup {
  /** One call, one batch or a whole question: what is below the cache. */
  readonly askBatch: (accounts: readonly AccountId[], given?: Given) => Promise<readonly Lookup[]>;
  /** The accounts of each call, in the order the calls were made. */
  readonly calls: readonly (readonly AccountId[])[];
  readonly options: readonly (Given | undefined)[];
}

/** A look-up that finds every account but for what the script says, and keeps what it was asked. */
export function recordLookup(script: Script = () => ({})): RecordedLookup {
  const calls: (readonly AccountId[])[] = [];
  const options: (Given | undefined)[] = [];

  async function askBatch(accounts: readonly AccountId[], given?: Given): Promise<readonly Lookup[]> {
    calls.push(accounts);
    options.push(given);
    const scripted = await script(accounts, calls.length - 1);
    return accounts.map((account) => scripted[account] ?? found());
  }

  return { calls, options, askBatch };
}

/** Whose look-up is whose, in an answer to these accounts; one of another length is no answer to them. */
function toMap(accounts: readonly AccountId[], answers: readonly Lookup[]): ReadonlyMap<AccountId, Lookup> {
  if (answers.length !== accounts.length) throw new Error(`${answers.length} answers for ${accounts.length} accounts`);
  return new Map(accounts.map((account, place) => [account, answers[place] as Lookup]));
}

export function outage(code: ErrorCode): AppError {
  return new AppError(code, `scripted: ${code}`);
}

/** What became of each account of a batch: `found`, or the failure's code. */
export function outcomesIn(accounts: readonly AccountId[], answers: readonly Lookup[]) {
  return outcomesOf(toMap(accounts, answers));
}

/** What became of each account: `found`, or the failure's code. */
export function outcomesOf(answers: ReadonlyMap<AccountId, Lookup>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...answers].map(([account, lookup]) => [account, lookup.kind === 'found' ? 'found' : lookup.failure.code]),
  );
}

type Outcome = Parameters<Slot['done']>[0];

export interface RecordedBudget extends RateBudget {
  /** What was said of each slot, in the order they were given out; `undefined` of one still out. */
  readonly outcomes: readonly (Outcome | undefined)[];
}

/** A budget that gives each slot when `ready` says so, by default at once. */
export function recordBudget(ready: () => Promise<void> | undefined = () => undefined): RecordedBudget {
  const outcomes: (Outcome | undefined)[] = [];
  return {
    outcomes,
    async acquire() {
      await ready();
      const place = outcomes.push(undefined) - 1;
      return {
        done(outcome) {
          if (outcomes[place]) throw new Error(`slot ${place} was done before`);
          outcomes[place] = outcome;
        },
      };
    },
  };
}
