import { AppError } from '../../errors.ts';
import type { CheckFollows } from '../relations/ports.ts';
import { correctList, type LookupAnswer } from '../reports/answer.ts';
import { createReport } from '../reports/report.ts';
import type { Resolve, Resolved } from '../reports/resolve.ts';
import type { ReadUnreadDetails } from '../reports/unread-details.ts';
import type { AnswerContext } from '../subcommand.ts';
import type { AccountId, FailedAccount, Lookup } from '../types.ts';
import type { Check } from './check.ts';
import { type CheckCommand, writeCheck } from './read.ts';

/**
 * What comes of a check. An account to check that stands for none, or that Chat doesn't know, is answered as in a look-up of it alone;
 * so is a check of which nothing could be read.
 */
export type CheckAnswer = { readonly kind: 'check'; readonly check: Check } | LookupAnswer;

interface Needs {
  readonly resolve: Resolve;
  readonly checkFollows: CheckFollows;
  readonly readUnreadDetails: ReadUnreadDetails;
  /** The most others that one check may come to. */
  readonly maxAccounts: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Asks Chat who follows whom. Rejects with `store_unavailable` when it can't be found out whom it is about. */
export function createCheckAnswer({ resolve, checkFollows, readUnreadDetails, maxAccounts, now }: Needs) {
  async function unread(error: AppError, who: Resolved, account: AccountId, askedAt: number): Promise<CheckAnswer> {
    const own: Resolved = { ...who, accounts: [account] };
    const answers = new Map<AccountId, Lookup>([[account, { kind: 'failed', failure: error.failure }]]);
    const details = await readUnreadDetails(answers, now());
    return { kind: 'failed', error, who: own, report: createReport(own, { answers, askedAt, ...details }) };
  }

  return async ({ one, who }: CheckCommand, { shownCheck, onLookup, signal }: AnswerContext): Promise<CheckAnswer> => {
    if (shownCheck) return { kind: 'check', check: shownCheck };
    // One more, since the account itself doesn't count.
    const [itself, named] = await Promise.all([resolve([one]), resolve(who, maxAccounts + 1)]);
    if ('fault' in itself) return { kind: 'fault', fault: itself.fault };
    const [account] = itself.resolved.accounts;
    const askedAt = now();
    if (account === undefined) {
      return { kind: 'report', report: createReport(itself.resolved, { answers: new Map(), askedAt }) };
    }
    if ('fault' in named) {
      const { fault } = named;
      const isTooMany = fault.kind === 'too-many-resolved';
      return {
        kind: 'fault',
        fault: correctList(who, isTooMany ? { ...fault, max: maxAccounts } : fault, (right) =>
          writeCheck({ one, who: right }),
        ),
      };
    }
    const others = named.resolved.accounts.filter((other) => other !== account);
    const [by] = who.toReversed();
    if (others.length > maxAccounts && by) {
      return { kind: 'fault', fault: { kind: 'too-many-resolved', by, count: others.length, max: maxAccounts } };
    }
    const resolved = withPeople(named.resolved, itself.resolved);
    onLookup?.(resolved);
    const isItselfNamed = others.length < named.resolved.accounts.length;
    const about = { account, isItselfNamed, who: resolved, askedAt };
    try {
      const answers = others.length === 0 ? new Map() : await checkFollows(account, others, { signal });
      const rows = others.map((other) => ({ account: other, outcome: answers.get(other) ?? LEFT_OUT }));
      return { kind: 'check', check: { ...about, rows } };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return unread(error, resolved, account, askedAt);
    }
  };
}

const LEFT_OUT: FailedAccount = { kind: 'failed', failure: { code: 'incomplete_answer' } };

/** The person whose account is checked is named with the others. */
function withPeople(others: Resolved, { linked }: Resolved): Resolved {
  const known = new Set(linked.map(({ personId }) => personId));
  return { ...others, linked: [...linked, ...others.linked.filter(({ personId }) => !known.has(personId))] };
}
