import type { LinkAnswer } from '../../../followstats/links/link-answer.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import type { Reply } from '../kit/reply.ts';
import { linkReply } from './links.ts';

/** Answers of `link`, `unlink` and `links`. */
export const LINK_ANSWERS: AnswerRenders<LinkAnswer> = { linked: render, unlinked: render, links: render };

function render(reader: Reader, answer: LinkAnswer): Reply {
  return linkReply(answer, reader.number);
}
