import type { ListAnswer } from '../../../followstats/lists/list-answer.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerFacts, AnswerRenders } from '../kit/answer-renders.ts';
import type { Reply } from '../kit/reply.ts';
import { listReply } from './lists.ts';

type Shown = Exclude<ListAnswer, { kind: 'wrong' }>;

/** Answers of `list …`. */
export const LIST_ANSWERS: AnswerRenders<Shown> = {
  list: render,
  lists: render,
  'list-changed': render,
  'list-unchanged': render,
  'list-deleted': render,
};

function render(reader: Reader, answer: Shown, { maxAccounts }: AnswerFacts): Reply {
  return listReply(answer, reader.number, maxAccounts);
}
