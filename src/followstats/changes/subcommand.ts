import { defineSubcommand, noDetails } from '../subcommand.ts';
import { createChangesAnswer } from './answer.ts';
import { readChangesCommand } from './read.ts';

/** `changes WHO [24h|7d|30d]`: who came and who left, and whether that explains the counts. */
export const changes = defineSubcommand({
  names: ['changes'],
  read: (_, words, limits) => readChangesCommand(words, limits),
  answer: createChangesAnswer,
  commands: {
    changes: { role: 'viewer', action: 'changes', details: noDetails, lookAt: undefined },
  },
  answers: {
    changes: {
      ended: ({ changes: { who, unread } }) => [
        { outcome: 'done', details: { accounts: who.accounts.length, failed: unread.length } },
      ],
      measure: ({ changes: { span, who, unread, ledgers } }) => ({
        span,
        accounts: who.accounts.length,
        failed: unread.length,
        compared: ledgers.length,
      }),
    },
  },
  furtherActions: [],
  usage: { changes: { role: undefined, example: 'changes alice 7d' } },
});
