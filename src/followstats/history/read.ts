import type { Limits } from '../subcommand.ts';
import { isSpanLike, type SpanFault, splitSpan } from '../typed/trailing-span.ts';
import { readWho, type Who, type WhoFault, writeWho } from '../typed/who.ts';
import type { Word } from '../typed/words.ts';
import { SPANS, type Span, spanOf, USUAL_SPAN } from './spans.ts';

/** The accounts whose counts over time are wanted. */
export interface HistoryCommand {
  readonly kind: 'history';
  /** At least one. */
  readonly who: Who;
  readonly span: Span;
}

type SpanFaultOf<Kind> = Omit<SpanFault<Span>, 'kind'> & { readonly kind: Kind };

/** What is wrong with a `history …` command. */
export type HistoryFault =
  | { readonly kind: 'missing-history-accounts' }
  | SpanFaultOf<'unknown-span'>
  | SpanFaultOf<'misplaced-span'>;

/** Reads the words behind `history`; `splitSpan` says which of them is the span. */
export function readHistoryCommand(
  words: readonly Word[],
  { maxAccounts }: Limits,
): HistoryCommand | { readonly fault: HistoryFault | WhoFault } {
  const { named, span, fault } = splitSpan(words, {
    spans: SPANS,
    usual: USUAL_SPAN,
    spanOf,
    write: (who, meant) => `history ${who} ${meant}`,
  });
  if (fault) return { fault: { ...fault, kind: fault.kind === 'unknown' ? 'unknown-span' : 'misplaced-span' } };
  const read = readWho(named, maxAccounts);
  if ('fault' in read) return read;
  return read.who.length === 0
    ? { fault: { kind: 'missing-history-accounts' } }
    : { kind: 'history', who: read.who, span };
}

/** Writes a history so that `readCommand` reads the same one back: the form in which it is kept for buttons. */
export function writeHistory({ who, span }: Pick<HistoryCommand, 'who' | 'span'>): string {
  const words = who.map((one) =>
    one.kind === 'account' && isSpanLike(one.account) ? `"${one.account}"` : writeWho([one]),
  );
  return `history ${words.join(' ')} ${span}`;
}
