import type { Limits } from '../subcommand.ts';
import { isSpanLike, type SpanFault, splitSpan } from '../typed/trailing-span.ts';
import { readWho, type Who, type WhoFault, writeWho } from '../typed/who.ts';
import type { Word } from '../typed/words.ts';
import { CHANGE_SPANS, type ChangeSpan, changeSpanOf, USUAL_CHANGE_SPAN } from './spans.ts';

/** The accounts whose followers' coming and going is wanted. */
export interface ChangesCommand {
  readonly kind: 'changes';
  /** At least one. */
  readonly who: Who;
  readonly span: ChangeSpan;
}

type SpanFaultOf<Kind> = Omit<SpanFault<ChangeSpan>, 'kind'> & { readonly kind: Kind };

/** What is wrong with a `changes …` command. */
export type ChangesFault =
  | { readonly kind: 'missing-changes-accounts' }
  | SpanFaultOf<'unknown-changes-span'>
  | SpanFaultOf<'misplaced-changes-span'>;

/** Reads the words behind `changes`; `splitSpan` says which of them is the span. */
export function readChangesCommand(
  words: readonly Word[],
  { maxAccounts }: Limits,
): ChangesCommand | { readonly fault: ChangesFault | WhoFault } {
  const { named, span, fault } = splitSpan(words, {
    spans: CHANGE_SPANS,
    usual: USUAL_CHANGE_SPAN,
    spanOf: changeSpanOf,
    write: (who, meant) => `changes ${who} ${meant}`,
  });
  if (fault)
    return { fault: { ...fault, kind: fault.kind === 'unknown' ? 'unknown-changes-span' : 'misplaced-changes-span' } };
  const read = readWho(named, maxAccounts);
  if ('fault' in read) return read;
  return read.who.length === 0
    ? { fault: { kind: 'missing-changes-accounts' } }
    : { kind: 'changes', who: read.who, span };
}

/** Writes the command so that `readCommand` reads the same one back: the form in which it is kept for buttons. */
export function writeChanges({ who, span }: Pick<ChangesCommand, 'who' | 'span'>): string {
  const words = who.map((one) =>
    one.kind === 'account' && isSpanLike(one.account) ? `"${one.account}"` : writeWho([one]),
  );
  return `changes ${words.join(' ')} ${span}`;
}
