import { ACCESS_ANSWERS } from '../blocks/access/access.ts';
import { CHANGES_ANSWERS } from '../blocks/changes/changes.ts';
import { CHECK_ANSWERS } from '../blocks/checks/check.ts';
import { COMMAND_ANSWERS } from '../blocks/commands/command-answers.ts';
import { DIGEST_ANSWERS } from '../blocks/digests/digest-answers.ts';
import { HELP_ANSWERS } from '../blocks/help/help.ts';
import { HISTORY_ANSWERS } from '../blocks/history/history.ts';
import type { AnswerFacts, AnswerRenders, AnswerView } from '../blocks/kit/answer-renders.ts';
import { joinTables } from '../blocks/kit/join-tables.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { LINK_ANSWERS } from '../blocks/links/links.ts';
import { LIST_ANSWERS } from '../blocks/lists/lists.ts';
import { RELATION_ANSWERS } from '../blocks/relations/relations.ts';
import { REPORT_ANSWERS } from '../blocks/reports/report.ts';
import { WATCH_ANSWERS } from '../blocks/watches/watch-answers.ts';
import type { Reader } from '../words/reader.ts';
import type { SlackAnswer } from './slack-answer.ts';

/** Gives an answer its form, in the reader's words. */
export type Render = (reader: Reader, answer: SlackAnswer, view: AnswerView) => Reply;

/** Every kind of answer and its builder, by subject. */
const BUILDERS: AnswerRenders<SlackAnswer> = joinTables([
  HELP_ANSWERS,
  COMMAND_ANSWERS,
  REPORT_ANSWERS,
  HISTORY_ANSWERS,
  CHANGES_ANSWERS,
  RELATION_ANSWERS,
  CHECK_ANSWERS,
  LIST_ANSWERS,
  LINK_ANSWERS,
  ACCESS_ANSWERS,
  DIGEST_ANSWERS,
  WATCH_ANSWERS,
]);

/** @param facts settings that some answers tell of */
export function createRender(facts: AnswerFacts): Render {
  return (reader, answer, view) => {
    const build = BUILDERS[answer.kind] as (reader: Reader, one: SlackAnswer, shown: AnswerView & AnswerFacts) => Reply;
    return build(reader, answer, { ...view, ...facts });
  };
}

/**
 * Sent when an answer takes longer than people like to wait without a sign.
 * @param withinMs how long it may take at most, milliseconds
 * @param place where the answer will be: below these words, or in their place
 */
export function progressReply(reader: Reader, withinMs: number, place: 'below' | 'here'): Reply {
  const { stillAsking, stillAskingHere } = reader.words.conversation;
  const say = place === 'below' ? stillAsking : stillAskingHere;
  return sentences(reader, say({ seconds: Math.ceil(withinMs / 1000) }));
}
