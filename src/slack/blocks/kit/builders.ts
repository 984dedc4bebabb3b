import type { Reader } from '../../words/reader.ts';
import type { Reply } from './reply.ts';

/** One builder a kind of answer. A kind without a builder does not compile. */
export type Builders<Answer extends { readonly kind: string }, View> = {
  readonly [Kind in Answer['kind']]: (
    reader: Reader,
    answer: Extract<Answer, { readonly kind: Kind }>,
    view: View,
  ) => Reply;
};
