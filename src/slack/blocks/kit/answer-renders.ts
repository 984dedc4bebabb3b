import type { Who } from '../../../followstats/typed/who.ts';
import type { Reader } from '../../words/reader.ts';
import type { Reply } from './reply.ts';

/** What an answer is shown with, besides its reader. */
export interface AnswerView {
  /** What the buttons carry to run the same command again; `undefined` leaves them out. */
  readonly buttonValue: string | undefined;
  /** Of what wasn't begun: the command, short enough for a button that gives it again. */
  readonly again?: string | undefined;
  /** Set when the answer is shown to a whole channel: the person who shared it. */
  readonly sharedBy?: string | undefined;
  /** Whether others read the place where it stands, so that it can be shared there; they do unless it says otherwise. */
  readonly mayShare?: boolean | undefined;
  /** Of a look-up or history: whom it was asked for, to ask it again with a word put right. */
  readonly who?: Who | undefined;
  /** Whether the counts were read anew by *Refresh*. */
  readonly isRefreshed?: boolean | undefined;
  /** Set while an answer that is shown is read anew, and that takes long: the present, Unix milliseconds. */
  readonly stillAskingAt?: number | undefined;
}

/** Settings that some answers tell of. */
export interface AnswerFacts {
  /** The most accounts that one command takes. */
  readonly maxAccounts: number;
  /** How old a count may be; 0 when none is kept. */
  readonly cacheSeconds: number;
}

/** The builder of one kind of answer. */
type RenderOne<Answer> = (reader: Reader, answer: Answer, shown: AnswerView & AnswerFacts) => Reply;

/** One builder a kind of answer. A kind without one does not compile. */
export type AnswerRenders<Answer extends { readonly kind: string }> = {
  readonly [Kind in Answer['kind']]: RenderOne<Extract<Answer, { readonly kind: Kind }>>;
};
