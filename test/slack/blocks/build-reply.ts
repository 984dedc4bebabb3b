import type { AnswerFacts, AnswerRenders, AnswerView } from '../../../src/slack/blocks/kit/answer-renders.ts';
import type { Reply } from '../../../src/slack/blocks/kit/reply.ts';
import { type Audience, type Reader, withAudience } from '../../../src/slack/words/reader.ts';
import { readerOf } from '../readers.ts';

/** Builds the reply to an answer by a table of builders, for a reader of `en-US`, by default one without a role. */
export function buildReply<Answer extends { readonly kind: string }>(
  renders: AnswerRenders<Answer>,
  answer: Answer,
  { role, admins }: Partial<Audience> = {},
): Reply {
  const build = renders[answer.kind as Answer['kind']] as (
    reader: Reader,
    answer: Answer,
    shown: AnswerView & AnswerFacts,
  ) => Reply;
  return build(withAudience(readerOf('en-US'), { role, admins: admins ?? [] }), answer, {
    buttonValue: undefined,
    maxAccounts: 100,
    cacheSeconds: 60,
  });
}
