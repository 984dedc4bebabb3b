import type { DigestAnswer } from '../../../digests/commands.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { digestAnswerReply } from './digests.ts';

/** Answers of `digest …`. */
export const DIGEST_ANSWERS: AnswerRenders<DigestAnswer> = {
  'digest-list': render,
  'digest-changed': render,
  'digest-unchanged': render,
  'digest-log': render,
  'digest-elsewhere': render,
  'digest-unreadable': render,
  'digest-unknown': render,
  // Only a command comes with what opens a form.
  'digest-form': (reader) => sentences(reader, reader.words.commands.typeToOpenForm()),
};

function render(_reader: Reader, answer: Exclude<DigestAnswer, { kind: 'digest-form' }>): Reply {
  return digestAnswerReply(answer);
}
