import type { AccessAnswer } from '../../../followstats/access/access-admin.ts';
import type { Denial } from '../../../followstats/access/gate.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { accessReply } from './access.ts';
import { describeDenial } from './denial.ts';

/** Answers of commands about access, and to people whom access keeps from any other. */
export const ACCESS_ANSWERS: AnswerRenders<AccessAnswer | ({ readonly kind: 'refused' } & Denial)> = {
  changed: render,
  access: render,
  why: render,
  refused: (reader, denial) => sentences(reader, describeDenial(denial)),
};

function render(_reader: Reader, answer: AccessAnswer): Reply {
  return accessReply(answer);
}
