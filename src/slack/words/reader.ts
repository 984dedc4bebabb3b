import type { PersonId } from '../../followstats/ids.ts';
import { createWords, type Language, languageOf, type Words } from './words.ts';

/** In which words, numbers and times a person reads: every builder's first argument. */
export interface Reader {
  readonly words: Words;
  /** BCP 47: how numbers and dates are written. */
  readonly locale: string;
  /** IANA time zone. */
  readonly zone: string;
  /** Writes a whole number, e.g. `25,000`. */
  readonly number: (value: number) => string;
  /** Writes texts as one list in the words' language, e.g. `a, b, and c`. */
  readonly list: (texts: readonly string[], last?: 'and' | 'or') => string;
}

/** What is known of how a person reads, e.g. from their profile in Slack. */
export interface ReaderFacts {
  readonly locale: string;
  readonly zone: string;
}

/** How a person reads of whom nothing is known, or not yet. */
export const USUAL: ReaderFacts = { locale: 'en-US', zone: 'UTC' };

/** Makes readers; of one locale all share their words. */
export type Readers = (facts: ReaderFacts) => Reader;

/** Gives a person's reader. Never rejects: `en-US` and `UTC` where that isn't known. */
export type ReaderOf = (personId: PersonId) => Promise<Reader>;

/** Locales are those that Slack knows, some thirty. */
export function createReaders(): Readers {
  const byLocale = new Map<string, Pick<Reader, 'words' | 'number' | 'list'>>();
  return ({ locale, zone }) => {
    let made = byLocale.get(locale);
    if (!made) {
      const numbers = new Intl.NumberFormat(locale);
      const language = languageOf(locale);
      made = {
        words: createWords(language, locale),
        number: (value) => numbers.format(value),
        list: createList(language),
      };
      byLocale.set(locale, made);
    }
    return { ...made, locale, zone };
  };
}

function createList(language: Language): Reader['list'] {
  const ands = new Intl.ListFormat(language);
  const ors = new Intl.ListFormat(language, { type: 'disjunction' });
  return (texts, last = 'and') => (last === 'or' ? ors : ands).format(texts);
}
