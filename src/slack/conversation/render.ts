import type { DigestAnswer } from '../../digests/commands.ts';
import type { Answer } from '../../followstats/commands/answer.ts';
import { ACCESS_ANSWERS } from '../blocks/access/access.ts';
import { COMMAND_ANSWERS } from '../blocks/commands/command-answers.ts';
import { DIGEST_ANSWERS } from '../blocks/digests/digest-answers.ts';
import { HELP_ANSWERS } from '../blocks/help/help.ts';
import type { AnswerFacts, AnswerRenders, AnswerView } from '../blocks/kit/answer-renders.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { LINK_ANSWERS } from '../blocks/links/links.ts';
import { LIST_ANSWERS } from '../blocks/lists/lists.ts';
import { REPORT_ANSWERS } from '../blocks/reports/report.ts';
import type { Reader } from '../words/reader.ts';

type SlackAnswer = Answer | DigestAnswer;

/** Gives an answer its form, in the reader's words. */
export type Render = (reader: Reader, answer: SlackAnswer, view: AnswerView) => Reply;

/** Every kind of answer and its builder, by subject. */
const BUILDERS: AnswerRenders<SlackAnswer> = {
  ...HELP_ANSWERS,
  ...COMMAND_ANSWERS,
  ...REPORT_ANSWERS,
  ...LIST_ANSWERS,
  ...LINK_ANSWERS,
  ...ACCESS_ANSWERS,
  ...DIGEST_ANSWERS,
};

/** @param facts settings that some answers tell of */
export function createRender(facts: AnswerFacts): Render {
  return (reader, answer, view) => {
    const build = BUILDERS[answer.kind] as (reader: Reader, one: SlackAnswer, shown: AnswerView & AnswerFacts) => Reply;
    return build(reader, answer, { ...view, ...facts });
  };
}

/** Sent when an answer takes longer than people like to wait without a sign. */
export function progressReply(reader: Reader, accounts: number): Reply {
  return sentences(reader, reader.words.conversation.reading({ accounts }));
}

/** For a fault of the app: what happened stands in the log under the reference. */
export function apologyReply(reader: Reader, reference: string): Reply {
  return sentences(reader, reader.words.failures.apology({ reference: { code: reference } }));
}
