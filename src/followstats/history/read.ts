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
    }
  /** `word`: what looks like a span and stands in front of others, as it was typed. `corrected`: with it at the end. */
  | {
      readonly kind: 'misplaced-span';
      readonly word: string;
      readonly nearest: Span;
      readonly corrected?: string | undefined;
    };

/** A number and a unit of time; a UserID that looks so has to stand in quotes, unless it is the only one. */
const SPAN_LIKE = /^(\d{1,6})(h|d|w|m|y|hours?|days?|weeks?|months?|years?)$/i;
const NUMBER = /^\d{1,6}$/;
const DAYS_OF_UNIT: Readonly<Record<string, number>> = { h: 1 / 24, d: 1, w: 7, m: 30, y: 365 };

/**
 * Reads the words behind `history`. The last of several is the span where it looks like one and stands in no quotes; a word
 * before others that looks so isn't taken for an account. A single word is one, whatever it looks like.
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
  if (words.length < 2) return all;
  if (last === undefined) return findMisplaced(all);
  const span = readSpan(last);
  if (span) return findMisplaced({ named: words.slice(0, -1), span }, span);
  if (SPAN_LIKE.test(last)) return { ...all, fault: unknownSpan(last, last, words.slice(0, -1)) };
  // A space between the number and its unit.
  const isApart = words.length > 2 && before !== undefined && NUMBER.test(before) && SPAN_LIKE.test(before + last);
  if (isApart) return { ...all, fault: unknownSpan(`${before} ${last}`, before + last, words.slice(0, -2)) };
  return findMisplaced(all);
}

/** @param last the span that stands at the end, where one does: it is the one that is meant */
function findMisplaced(split: Split, last?: Span): Split {
  const looks = (word: Word) => SPAN_LIKE.test(plainText(word) ?? '');
  const word = plainText(split.named.find(looks));
  if (word === undefined || split.named.length < 2) return split;
  const nearest = last ?? nearestSpan(word);
  return {
    ...split,
    fault: {
      kind: 'misplaced-span',
      word,
      nearest,
      ...correct(
        split.named.filter((one) => !looks(one)),
        nearest,
      ),
    },
  };
}

function unknownSpan(word: string, text: string, named: readonly Word[]): HistoryFault {
  const nearest = nearestSpan(text);
  return { kind: 'unknown-span', word, nearest, ...correct(named, nearest) };
}

function nearestSpan(text: string): Span {
  const [, count = '', unit = ''] = SPAN_LIKE.exec(text) ?? [];
  return readSpan(text) ?? spanOf(Number(count) * (DAYS_OF_UNIT[unit.charAt(0).toLowerCase()] ?? 1));
}

function correct(named: readonly Word[], span: Span): { readonly corrected?: string } {
  const who = named.length === 0 ? undefined : writeWords(named);
  return who === undefined ? {} : { corrected: `history ${who} ${span}` };
}

function plainText(word: Word | undefined): string | undefined {
  return word?.kind === 'text' && !word.quoted ? word.text : undefined;
}

/** Writes a history so that `readCommand` reads the same one back: the form in which it is kept for buttons. */
export function writeHistory({ who, span }: Pick<HistoryCommand, 'who' | 'span'>): string {
  const words = who.map((one) =>
    one.kind === 'account' && SPAN_LIKE.test(one.account) ? `"${one.account}"` : writeWho([one]),
  );
  return `history ${words.join(' ')} ${span}`;
}
