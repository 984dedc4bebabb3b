import { compile, type Phrases } from './catalogue.ts';
import { en } from './en/en.ts';
import { createMessageOptions } from './message.ts';

/** Every sentence the app can say, by subject and name. */
export type Words = Phrases<typeof en>;

const CATALOGUES = { en };

/** A language the app speaks. */
export type Language = keyof typeof CATALOGUES;

/**
 * The app's words for readers of one locale.
 * @param locale BCP 47, the reader's way of writing numbers
 */
export function createWords(language: Language, locale: string): Words {
  return compile(CATALOGUES[language], createMessageOptions(language, locale));
}
