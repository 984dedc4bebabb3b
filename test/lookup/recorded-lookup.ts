import { AppError, type ErrorCode } from '../../src/errors.ts';
import type { AccountId, CallOptions, Lookup, LookupMany, LookupOptions } from '../../src/followstats/types.ts';
import type { Outcome } from '../../src/lookup/budget/adaptive-rate.ts';
import type { AcquireOptions, RateBudget } from '../../src/lookup/budget/rate-budget.ts';
import type { CallContext } from '../../src/lookup/call.ts';
import { found } from '../followstats/reports/sample-lookups.ts';

type Scripted = Readonly<Record<string, Lookup>>;

/** Answers one call for these accounts, or throws. `call` counts from 0. */
type Script = (accounts: readonly AccountId[], call: number) => Scripted | Promise<Scripted>;

export interface RecordedCall<Given> {
  /** One call about these accounts. */
  readonly call: (accounts: readonly AccountId[], given?: Given) => Promise<readonly Lookup[]>;
  /** The accounts of each call, in the order the calls were made. */
  readonly calls: readonly (readonly AccountId[])[];
  readonly given: readonly (Given | undefined)[];
}

/** A call that finds every account but for what the script says, and keeps what it was asked. */
export function recordCall(script: Script = () => ({})): RecordedCall<CallContext & CallOptions> {
  return record(script);
}

function record<Given>(script: Script): RecordedCall<Given> {
  const calls: (readonly AccountId[])[] = [];
  const given: (Given | undefined)[] = [];
  return {
    calls,
    given,
    async call(accounts, its) {
      calls.push(accounts);
      given.push(its);
      const scripted = await script(accounts, calls.length - 1);
      return accounts.map((account) => scripted[account] ?? found());
    },
  };
}

export interface RecordedLookup extends Omit<RecordedCall<LookupOptions>, 'call'> {
  readonly lookup: LookupMany;
}

/** As `recordCall`, a whole look-up. */
export function recordLookup(script: Script = () => ({})): RecordedLookup {
  const { call, calls, given } = record<LookupOptions>(script);
  return { calls, given, lookup: async (accounts, options) => toMap(accounts, await call(accounts, options)) };
}

/** The answers by account; one of another length is no answer to them. */
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

export interface RecordedBudget extends RateBudget {
  /** How each permit was released, in the order they were given out; `undefined` for one still out. */
  readonly outcomes: readonly (Outcome | undefined)[];
  readonly asked: readonly AcquireOptions[];
}

/** A budget that gives each permit when `ready` says so, by default at once. */
export function recordBudget(ready: () => Promise<void> | undefined = () => undefined): RecordedBudget {
  const outcomes: (Outcome | undefined)[] = [];
  const asked: AcquireOptions[] = [];
  return {
    outcomes,
    asked,
    async acquire(options) {
      asked.push(options);
      await ready();
      const place = outcomes.push(undefined) - 1;
      return {
        release(outcome) {
          outcomes[place] ??= outcome;
        },
      };
    },
  };
}
