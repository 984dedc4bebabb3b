import { historyInView } from '../blocks/history/history-view.ts';
import { type AccountCommandOptions, createOnAccountCommand } from '../lookups/on-account-command.ts';
import { historyCommand } from './account-history.ts';
import { historyFrame } from './history-frame.ts';

/** *History*: the last thirty days of the account that the button holds, below an answer or above its card. */
export function createOnHistory(options: AccountCommandOptions) {
  return createOnAccountCommand(options, {
    action: 'history',
    commandFor: historyCommand,
    frameFor: historyFrame,
    notOpened: ({ history }) => history.view.notOpened,
    partFor: ({ answer, reader }, account) =>
      answer.kind === 'history' ? historyInView(reader, answer.history, { account }) : undefined,
  });
}
