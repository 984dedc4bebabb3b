import type { Role } from '../../followstats/access/rules.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Language } from '../../followstats/languages.ts';
import type { NameOf } from '../../followstats/names/ports.ts';
import { createWords, languageOf, type Words } from './words.ts';

/** For whom a message is written: what it offers fits their role, and what they can't do it leaves to an admin. */
export interface Audience {
  /** `undefined` where the message is for many, or for a person without a role. */
  readonly role: Role | undefined;
  /** The admins that a message may name as those who can help; none where many read it, since a mention notifies people. */
  readonly admins: readonly PersonId[];
}

/** The word before a list's last item. */
export type LastWord = 'and' | 'or';

/** In which words, numbers and times a person reads: every builder's first argument. */
export interface Reader extends Audience {
  readonly words: Words;
  /** The language of the words. */
  readonly language: Language;
  /** Whether everybody reads it, whatever they or a digest would choose. */
  readonly isLanguageFixed: boolean;
  /** BCP 47: how numbers are written. */
  readonly locale: string;
  /** BCP 47: how dates are written. They hold names of days and months, so it is always one of the words' own language. */
  readonly dateLocale: string;
  /** IANA time zone. */
  readonly zone: string;
  /** The names that are shown beside UserIDs. */
  readonly nameOf: NameOf;
  /** Whether they read it in a form, where no command can be typed and no button gives one. */
  readonly isInForm?: boolean;
  /** Writes a whole number, e.g. `25,000`. */
  readonly number: (value: number) => string;
  /** Writes texts as one list in the words' language, e.g. `a, b, and c`. */
  readonly list: (texts: readonly string[], last?: LastWord) => string;
  /** The same list in parts: each text as it was given, and between any two what stands there. */
  readonly listParts: (texts: readonly string[], last?: LastWord) => readonly string[];
}

/** What is known of how a person reads, e.g. from their profile in Slack. */
export interface ReaderFacts {
  readonly locale: string;
  readonly zone: string;
  /** The language to speak, whatever that of the locale is. */
  readonly language?: Language | undefined;
}

/** How a person reads of whom nothing is known, or not yet. */
export const USUAL: ReaderFacts = { locale: 'en-US', zone: 'UTC' };

/** What all readers of one language and locale share. */
type OneLanguage = Omit<Reader, 'zone' | 'isInForm' | 'isLanguageFixed' | 'nameOf' | keyof Audience>;

/** Makes readers; of one locale all share their words. */
export type Readers = (facts: ReaderFacts) => Reader;

/** Gives a person's reader. Never rejects: `en-US` and `UTC` where that isn't known. */
export type ReaderOf = (personId: PersonId) => Promise<Reader>;

/**
 * Makes readers without a role. Locales are those that Slack knows, some thirty.
 * @param fixed the language of all readers, whatever is chosen; without it each reads the chosen one, or that of their locale
 * @param nameOf the names that all of them are shown; without it none
 */
export function createReaders(fixed?: Language, nameOf: NameOf = () => undefined): Readers {
  function createOne(locale: string, chosen: Language | undefined): OneLanguage {
    const language = fixed ?? chosen ?? languageOf(locale);
    return createReader(language, languageOf(locale) === language ? locale : language);
  }

  const made = new Map<string, OneLanguage>();
  return ({ locale, zone, language: chosen }) => {
    const key = `${chosen ?? ''} ${locale}`;
    const one = made.get(key) ?? createOne(locale, chosen);
    made.set(key, one);
    return { ...one, isLanguageFixed: fixed !== undefined, nameOf, zone, role: undefined, admins: [] };
  };
}

/** The same reader, in a role. */
export function withAudience(reader: Reader, { role, admins }: Audience): Reader {
  return { ...reader, role, admins };
}

function createReader(language: Language, locale: string): OneLanguage {
  const numbers = new Intl.NumberFormat(locale);
  return {
    words: createWords(language, locale),
    language,
    locale,
    dateLocale: isOf(language, locale) ? locale : language,
    number: (value) => numbers.format(value),
    ...createList(language),
  };
}

/** Whether a locale is of a language, in the same script: Taiwan's is not of Simplified Chinese. */
function isOf(language: Language, locale: string): boolean {
  const [spoken, own] = [language, locale].map((tag) => new Intl.Locale(tag).maximize());
  return spoken?.language === own?.language && spoken?.script === own?.script;
}

function createList(language: Language): Pick<Reader, 'list' | 'listParts'> {
  const formats = {
    and: new Intl.ListFormat(language),
    or: new Intl.ListFormat(language, { type: 'disjunction' }),
  };
  const listParts: Reader['listParts'] = (texts, last = 'and') => {
    const parts = formats[last].formatToParts(texts);
    return parts.map(({ type, value }, n) =>
      type === 'element' ? value : spaced(value, { before: parts[n - 1]?.value, behind: parts[n + 1]?.value }),
    );
  };
  return { listParts, list: (texts, last) => listParts(texts, last).join('') };
}

const LATIN_AT_END = /[\p{Script=Latin}\p{N})%]$/u;
const LATIN_AT_START = /^[\p{Script=Latin}\p{N}]/u;
const HAN_AT_END = /[\p{Script=Han}\p{Script=Hiragana}]$/u;
const HAN_AT_START = /^[\p{Script=Han}\p{Script=Hiragana}]/u;

/** Puts a space between Latin letters and the characters of Chinese and Japanese, where `Intl` has them touch. */
function spaced(
  text: string,
  { before = '', behind = '' }: { before?: string | undefined; behind?: string | undefined },
) {
  const start = LATIN_AT_END.test(before) && HAN_AT_START.test(text) ? ' ' : '';
  const end = HAN_AT_END.test(text) && LATIN_AT_START.test(behind) ? ' ' : '';
  return `${start}${text}${end}`;
}
