import { MINUTE } from '../faults/fault.ts';
import type { Invariant } from './invariant.ts';

const ROW = /(account-\d+): –, (?:no such account in Chat|Chat refused the account)/g;
/** Chat's codes of an account that it doesn't know or doesn't take. */
const REJECTED: ReadonlySet<unknown> = new Set([30001, 30003]);
const OLDEST_MS = 10 * MINUTE;

/** Who is said to be unknown to Chat was asked for alone, and rejected: an account that spoils a batch costs no other its answer. */
export const ownFailures: Invariant = {
  name: 'only the account at fault fails',
  watch({ violated, now }) {
    const rejectedAt = new Map<string, number>();
    return {
      chatReply({ accounts, code }) {
        const [only] = accounts;
        if (only !== undefined && accounts.length === 1 && REJECTED.has(code)) rejectedAt.set(only, now());
      },
      message({ text }) {
        for (const [, account = ''] of text.matchAll(ROW))
          if ((rejectedAt.get(account) ?? Number.NEGATIVE_INFINITY) < now() - OLDEST_MS)
            violated(`${account} is said to be unknown, and Chat knows it`, [account]);
      },
    };
  },
};
