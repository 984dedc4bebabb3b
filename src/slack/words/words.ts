import { LANGUAGES, type Language } from '../../followstats/languages.ts';
import { compile, type Messages, type Phrases, type TranslationOf } from './catalogue.ts';
import { en } from './en/en.ts';
import { ja } from './ja/ja.ts';
import { ko } from './ko/ko.ts';
import { createMessageOptions } from './message.ts';
import { zhCN } from './zh-cn/zh-cn.ts';

/** Every sentence the app can say, by subject and name. */
export type Words = Phrases<typeof en>;

/** The catalogues by language: a new one is its folder, checked by `translate`, and one line here. */
const CATALOGUES: Readonly<Record<Language, typeof en | (Messages & TranslationOf<typeof en>)>> = {
  en,
  ko,
  ja,
  'zh-CN': zhCN,
};

/** Each by its code without script and region. */
const SPOKEN: ReadonlyMap<string, Language> = new Map(LANGUAGES.map((tag) => [new Intl.Locale(tag).language, tag]));

/**
 * The language in which the app speaks to readers of a locale: any Chinese is answered in Simplified Chinese, and English is
 * for everybody whose language the app doesn't speak.
 * @param locale BCP 47, e.g. `zh-Hans-SG`
 */
export function languageOf(locale: string): Language {
  const wanted = new Intl.Locale(locale).language;
  return SPOKEN.get(wanted) ?? 'en';
}

/**
 * The app's words for readers of one locale.
 * @param locale BCP 47, the reader's way of writing numbers
 */
export function createWords(language: Language, locale: string): Words {
  // A translation takes the arguments of the original: its compiler saw to that.
  return compile<Messages>(CATALOGUES[language], createMessageOptions(language, locale)) as Words;
}
