import { compile, type Messages, type Phrases, type TranslationOf } from './catalogue.ts';
import { en } from './en/en.ts';
import { createMessageOptions } from './message.ts';

/** Every sentence the app can say, by subject and name. */
export type Words = Phrases<typeof en>;

/** The languages the app speaks, by BCP 47: a new one is its folder, checked by `translate`, and one line here. */
const CATALOGUES = { en } satisfies Readonly<Record<string, typeof en | (Messages & TranslationOf<typeof en>)>>;

/** A language the app speaks. */
export type Language = keyof typeof CATALOGUES;

/**
 * The language in which the app speaks to readers of a locale; English where it doesn't speak theirs.
 * @param locale BCP 47, e.g. `zh-Hans-SG`
 */
export function languageOf(locale: string): Language {
  const wanted = new Intl.Locale(locale).maximize();
  const languages = Object.keys(CATALOGUES) as readonly Language[];
  const spoken = languages.find((tag) => {
    const { language, script } = new Intl.Locale(tag).maximize();
    return language === wanted.language && script === wanted.script;
  });
  return spoken ?? 'en';
}

/**
 * The app's words for readers of one locale.
 * @param locale BCP 47, the reader's way of writing numbers
 */
export function createWords(language: Language, locale: string): Words {
  // A translation takes the arguments of the original: its compiler saw to that.
  return compile<Messages>(CATALOGUES[language], createMessageOptions(language, locale)) as Words;
}
