import type { Word } from './words.ts';
import { writeWords } from './write-words.ts';

/** The spans of time that one command takes. */
export interface SpansOfCommand<Span extends string> {
  /** As people type them, in lower case. */
  readonly spans: readonly Span[];
  /** The one that is meant where none is typed. */
  readonly usual: Span;
  /** The shortest of at least so many days. */
  readonly spanOf: (days: number) => Span;
  /** Writes the command about words that name accounts. */
  readonly write: (who: string, span: Span) => string;
}

/**
 * `word`: what looks like a span, as it was typed; untrusted text. `unknown`: it is none of the command's; `misplaced`: it stands in
 * front of others. `nearest`: the shortest span that holds it, or the one that is meant. `corrected`: the command with that span at
 * its end, where it can be written.
 */
export interface SpanFault<Span extends string> {
  readonly kind: 'unknown' | 'misplaced';
  readonly word: string;
  readonly nearest: Span;
  readonly corrected?: string | undefined;
}

/** The words that name accounts, and the span behind them. */
export interface SplitSpan<Span extends string> {
  readonly named: readonly Word[];
  readonly span: Span;
  readonly fault?: SpanFault<Span>;
}

/** A number and a unit of time; a UserID that looks so has to stand in quotes, unless it is the only one. */
const SPAN_LIKE = /^(\d{1,6})(h|d|w|m|y|hours?|days?|weeks?|months?|years?)$/i;
const NUMBER = /^\d{1,6}$/;
const DAYS_OF_UNIT: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, w: 7, m: 30, y: 365 };

/** Whether a text looks like a span, so that as a UserID it has to stand in quotes. */
export const isSpanLike = (text: string): boolean => SPAN_LIKE.test(text);

/**
 * Takes the span off the end of some words. The last of several is the span where it looks like one and stands in no quotes; a word
 * before others that looks so isn't taken for an account. A single word is one, whatever it looks like.
 */
export function splitSpan<Span extends string>(words: readonly Word[], of: SpansOfCommand<Span>): SplitSpan<Span> {
  const all = { named: words, span: of.usual };
  const [before, last] = [plainText(words.at(-2)), plainText(words.at(-1))];
  if (words.length < 2) return all;
  if (last === undefined) return findMisplaced(all, of);
  const span = readSpan(last, of);
  if (span) return findMisplaced({ named: words.slice(0, -1), span }, of, span);
  if (isSpanLike(last)) return { ...all, fault: unknownSpan(last, last, words.slice(0, -1), of) };
  // A space between the number and its unit.
  const isApart = words.length > 2 && before !== undefined && NUMBER.test(before) && isSpanLike(before + last);
  if (isApart) return { ...all, fault: unknownSpan(`${before} ${last}`, before + last, words.slice(0, -2), of) };
  return findMisplaced(all, of);
}

/** @param last the span that stands at the end, where one does: it is the one that is meant */
function findMisplaced<Span extends string>(
  split: SplitSpan<Span>,
  of: SpansOfCommand<Span>,
  last?: Span,
): SplitSpan<Span> {
  const looks = (word: Word) => isSpanLike(plainText(word) ?? '');
  const word = plainText(split.named.find(looks));
  if (word === undefined || split.named.length < 2) return split;
  const nearest = last ?? nearestSpan(word, of);
  const others = split.named.filter((one) => !looks(one));
  return { ...split, fault: { kind: 'misplaced', word, nearest, ...correct(others, nearest, of) } };
}

function unknownSpan<Span extends string>(
  word: string,
  text: string,
  named: readonly Word[],
  of: SpansOfCommand<Span>,
): SpanFault<Span> {
  const nearest = nearestSpan(text, of);
  return { kind: 'unknown', word, nearest, ...correct(named, nearest, of) };
}

function readSpan<Span extends string>(text: string, { spans }: SpansOfCommand<Span>): Span | undefined {
  return spans.find((span) => span === text.toLowerCase());
}

function nearestSpan<Span extends string>(text: string, of: SpansOfCommand<Span>): Span {
  const [, count = '', unit = ''] = SPAN_LIKE.exec(text) ?? [];
  return readSpan(text, of) ?? of.spanOf(Number(count) * (DAYS_OF_UNIT[unit.charAt(0).toLowerCase()] ?? 1));
}

function correct<Span extends string>(
  named: readonly Word[],
  span: Span,
  { write }: SpansOfCommand<Span>,
): { readonly corrected?: string } {
  const who = named.length === 0 ? undefined : writeWords(named);
  return who === undefined ? {} : { corrected: write(who, span) };
}

function plainText(word: Word | undefined): string | undefined {
  return word?.kind === 'text' && !word.quoted ? word.text : undefined;
}
