import type { Failure } from '../../errors.ts';
import { defineSubcommand, noDetails } from '../subcommand.ts';
import { createLookupAnswer } from './answer.ts';
import { readLookup } from './read.ts';

/** `lookup …`, which words are, too, that begin with no subcommand's name. */
export const lookups = defineSubcommand({
  names: ['lookup'],
  read: (_, words, limits) => readLookup(words, limits),
  answer: createLookupAnswer,
  endsByItself: true,
  commands: { lookup: { role: 'viewer', action: 'lookup', details: noDetails, lookAt: undefined } },
  answers: {
    report: {
      ended: ({ report: { rows, read } }) => [
        { outcome: 'done', details: { accounts: rows.length, failed: rows.length - read } },
      ],
      measure: ({ report: { rows, read, cached, failures } }) => ({
        accounts: rows.length,
        failed: rows.length - read,
        cached: cached.count,
        reasons: failures.map(({ failure, accounts }) => `${accounts.length} × ${reasonOf(failure)}`),
      }),
    },
    failed: {
      ended({ who, error }) {
        const accounts = who?.accounts.length;
        const counts = accounts === undefined ? {} : { accounts, failed: accounts };
        return [{ outcome: 'failed', details: { ...counts, why: error.failure.code } }];
      },
      measure: ({ who, error }) => ({
        accounts: who?.accounts.length,
        reason: reasonOf(error.failure),
        why: error.message,
      }),
    },
  },
  furtherActions: ['refresh', 'share', 'csv', 'shortcut', 'card'],
  usage: {
    lookup: { role: undefined, example: 'alice bob' },
    lookupWord: { role: undefined, example: 'lookup help' },
    mentions: { role: undefined, example: '@priya @creators-team list:creators' },
  },
});

/** Why something failed, in the words of the log: its code, Chat's code where there is one, and what was tried before. */
export function reasonOf({ code, upstream, lastFailure }: Failure): string {
  const own = upstream ? `${code} ${upstream.code}` : code;
  return lastFailure ? `${own} after ${reasonOf(lastFailure)}` : own;
}
