import type { Limits } from '../subcommand.ts';
import { readWho, type Who, type WhoFault, writeWho } from '../typed/who.ts';
import type { Word } from '../typed/words.ts';
import { writeWords } from '../typed/write-words.ts';
import { readSpan, type Span, spanOf, USUAL_SPAN } from './spans.ts';

/** The accounts whose counts over time are wanted. */
export interface HistoryCommand {
  readonly kind: 'history';
  /** At least one. */
  readonly who: Who;
  readonly span: Span;
}

/** What is wrong with a `history …` command. */
export type HistoryFault =
  | { readonly kind: 'missing-history-accounts' }
  /**
   * `word`: what looks like a span and is none, as it was typed; untrusted text. `nearest`: the shortest span that holds it.
   * `corrected`: the command with that span, where it can be written.
   */
  | {
      readonly kind: 'unknown-span';
      readonly word: string;
      readonly nearest: Span;
      readonly corrected?: string | undefined;
    };

/** A number and a unit of time; a UserID that looks so has to stand in quotes where a span may stand. */
const SPAN_LIKE = /^(\d{1,6})(h|d|w|m|y|hours?|days?|weeks?|months?|years?)$/i;
const NUMBER = /^\d{1,6}$/;
const DAYS_OF_UNIT: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, w: 7, m: 30, y: 365 };

/**
 * Reads the words behind `history`. The last of several is the span where it looks like one and stands in no quotes; a single
 * word is an account, whatever it looks like.
 */
export function readHistoryCommand(
  words: readonly Word[],
  { maxAccounts }: Limits,
): HistoryCommand | { readonly fault: HistoryFault | WhoFault } {
  const { named, span, fault } = splitSpan(words);
  if (fault) return { fault };
  const read = readWho(named, maxAccounts);
  if ('fault' in read) return read;
  return read.who.length === 0
    ? { fault: { kind: 'missing-history-accounts' } }
    : { kind: 'history', who: read.who, span };
}

interface Split {
  readonly named: readonly Word[];
  readonly span: Span;
  readonly fault?: HistoryFault;
}

function splitSpan(words: readonly Word[]): Split {
  const all = { named: words, span: USUAL_SPAN };
  const [before, last] = [plainText(words.at(-2)), plainText(words.at(-1))];
  if (last === undefined || words.length < 2) return all;
  const span = readSpan(last);
  if (span) return { named: words.slice(0, -1), span };
  if (SPAN_LIKE.test(last)) return { ...all, fault: unknownSpan(last, last, words.slice(0, -1)) };
  // A space between the number and its unit.
  const isApart = words.length > 2 && before !== undefined && NUMBER.test(before) && SPAN_LIKE.test(before + last);
  return isApart ? { ...all, fault: unknownSpan(`${before} ${last}`, before + last, words.slice(0, -2)) } : all;
}

function unknownSpan(word: string, text: string, named: readonly Word[]): HistoryFault {
  const [, count = '', unit = ''] = SPAN_LIKE.exec(text) ?? [];
  const nearest = readSpan(text) ?? spanOf(Number(count) * (DAYS_OF_UNIT[unit.charAt(0).toLowerCase()] ?? 1));
  const who = writeWords(named);
  const corrected = who === undefined ? undefined : `history ${who} ${nearest}`;
  return { kind: 'unknown-span', word, nearest, ...(corrected !== undefined && { corrected }) };
}

function plainText(word: Word | undefined): string | undefined {
  return word?.kind === 'text' && !word.quoted ? word.text : undefined;
}

/** Writes a history so that `readCommand` reads the same one back: the form in which it is kept for buttons. */
export function writeHistory({ who, span }: Pick<HistoryCommand, 'who' | 'span'>): string {
  return `history ${writeWho(who)} ${span}`;
}
