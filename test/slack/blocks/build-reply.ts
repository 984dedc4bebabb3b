import type { Builders } from '../../../src/slack/blocks/kit/builders.ts';
import type { Reply } from '../../../src/slack/blocks/kit/reply.ts';
import type { Reader } from '../../../src/slack/words/reader.ts';
import { readerOf } from '../readers.ts';

/** Builds the reply to an answer by a table of builders, for a reader of `en-US`. */
export function buildReply<Answer extends { readonly kind: string }, View>(
  builders: Builders<Answer, View>,
  answer: Answer,
  view: View,
): Reply {
  const build = builders[answer.kind as Answer['kind']] as (reader: Reader, answer: Answer, view: View) => Reply;
  return build(readerOf('en-US'), answer, view);
}
