import { defineSubcommand, noDetails } from '../subcommand.ts';
import { createHistoryAnswer } from './answer.ts';
import { readHistoryCommand } from './read.ts';

/** `history WHO [7d|30d|90d|1y]`: counts over time, as the store keeps them. */
export const histories = defineSubcommand({
  names: ['history'],
  read: (_, words, limits) => readHistoryCommand(words, limits),
  answer: createHistoryAnswer,
  commands: {
    history: { role: 'viewer', action: 'history', details: noDetails, lookAt: undefined },
  },
  answers: {
    history: {
      ended: ({ history: { accounts, unkept } }) => [
        { outcome: 'done', details: { accounts: accounts.length + unkept.length, failed: unkept.length } },
      ],
      measure: ({ history: { span, accounts, unkept } }) => ({
        span,
        accounts: accounts.length + unkept.length,
        unkept: unkept.length,
      }),
    },
  },
  furtherActions: [],
  usage: { history: { role: undefined, example: 'history alice 90d' } },
});
