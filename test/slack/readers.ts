import fc from 'fast-check';
import { createReaders, type Reader, withAudience } from '../../src/slack/words/reader.ts';

const readers = createReaders();

/** A person without a role, who reads the language of a locale, with numbers and dates its way. */
export const readerOf = (locale = 'en-US', zone = 'UTC'): Reader => readers({ locale, zone });

/** People of every language, and of three ways to write English. */
export const LOCALES = ['en-US', 'en-GB', 'de-DE', 'ko-KR', 'ja-JP', 'zh-CN'] as const;
/** One of `LOCALES`. */
export type Locale = (typeof LOCALES)[number];

/** Any of `LOCALES`. */
export const anyLocale = fc.constantFrom(...LOCALES);

/** A person of any language and role, with admins who can be named or none. */
export const anyReader = fc
  .record({
    locale: anyLocale,
    role: fc.constantFrom(undefined, 'viewer', 'editor', 'admin'),
    admins: fc.constantFrom([], ['U9']),
  })
  .map(({ locale, role, admins }) => withAudience(readerOf(locale), { role, admins }));
