import { NAMES_WAIT_MS, type ReadNames } from '../names/ports.ts';
import type { AccountId } from '../types.ts';
import type { AnswerCommand } from './answer-command.ts';

type Answered = Awaited<ReturnType<AnswerCommand>>;

/**
 * Sees to it that the names of accounts are known that an answer shows without having asked Chat for their counts; waits for them only
 * briefly. Those of a look-up were asked for with the counts.
 * @returns what answers and rejects as `answerCommand` does
 */
export function withAnswerNames(answerCommand: AnswerCommand, readNames: ReadNames): AnswerCommand {
  return async (command, context) => {
    const answer = await answerCommand(command, context);
    const accounts = context.shown ? context.shown.rows.map(({ account }) => account) : shownIn(answer);
    if (accounts.length > 0) await readNames(accounts, { caller: context.asker.personId, waitMs: NAMES_WAIT_MS });
    return answer;
  };
}

function shownIn(answer: Answered): readonly AccountId[] {
  switch (answer.kind) {
    case 'history':
      return [...answer.history.accounts, ...answer.history.unkept].map(({ account }) => account);
    case 'check':
      return [answer.check.account, ...answer.check.rows.map(({ account }) => account)];
    case 'relations':
      return [answer.page.account];
    case 'list':
      return answer.list.accounts;
    case 'links':
      return [...new Set(answer.links.map(({ account }) => account))];
    case 'linked':
      return answer.before === undefined ? [answer.account] : [answer.account, answer.before];
    case 'unlinked':
      return answer.account === undefined ? [] : [answer.account];
    default:
      return [];
  }
}
