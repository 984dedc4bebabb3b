import { AppError } from '../../errors.ts';
import type { LookupAnswer } from '../reports/answer.ts';
import { createReport } from '../reports/report.ts';
import type { Resolve } from '../reports/resolve.ts';
import type { ReadUnreadDetails } from '../reports/unread-details.ts';
import type { AnswerContext } from '../subcommand.ts';
import type { AccountId, Lookup } from '../types.ts';
import type { RelationCommand } from './read.ts';
import type { RelationLists } from './relation-lists.ts';
import type { RelationPage } from './relation-page.ts';

/**
 * What comes of such a command: the first page of the list. A person without a link, and an account of which nothing could be read,
 * are answered as in a look-up.
 */
export type RelationsAnswer = { readonly kind: 'relations'; readonly page: RelationPage } | LookupAnswer;

interface Needs {
  readonly resolve: Resolve;
  readonly relationLists: Pick<RelationLists, 'open'>;
  readonly readUnreadDetails: ReadUnreadDetails;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Opens the list of one account. Rejects with `store_unavailable` when the store can't be read. */
export function createRelationsAnswer({ resolve, relationLists, readUnreadDetails, now }: Needs) {
  return async (
    { kind, one }: RelationCommand,
    { asker, onLookup, signal }: AnswerContext,
  ): Promise<RelationsAnswer> => {
    const read = await resolve([one]);
    if ('fault' in read) return { kind: 'fault', fault: read.fault };
    const { resolved } = read;
    const askedAt = now();
    const [account] = resolved.accounts;
    if (account === undefined) {
      return { kind: 'report', report: createReport(resolved, { answers: new Map(), askedAt }) };
    }
    onLookup?.(resolved);
    try {
      const page = await relationLists.open({ personId: asker.personId, account, kind }, { signal });
      return { kind: 'relations', page };
    } catch (error) {
      if (!(error instanceof AppError) || error.failure.code === 'store_unavailable') throw error;
      const answers = new Map<AccountId, Lookup>([[account, { kind: 'failed', failure: error.failure }]]);
      const details = await readUnreadDetails(answers, now());
      return { kind: 'failed', error, who: resolved, report: createReport(resolved, { answers, askedAt, ...details }) };
    }
  };
}
