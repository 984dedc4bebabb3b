import fc from 'fast-check';
import { createReaders, type Reader, withAudience } from '../../src/slack/words/reader.ts';

const readers = createReaders();

/** A person without a role, who reads the language of a locale, with numbers and dates its way. */
export const readerOf = (locale = 'en-US', zone = 'UTC'): Reader => readers({ locale, zone });

/** People of every language, and of four ways to write English. */
export const LOCALES = ['en-US', 'en-GB', 'en-IN', 'de-DE', 'ko-KR', 'ja-JP', 'zh-CN'] as const;
/** One for each language. */
export const ONE_A_LANGUAGE = ['en-US', 'ko-KR', 'ja-JP', 'zh-CN'] as const satisfies readonly Locale[];
/** One of `LOCALES`. */
export type Locale = (typeof LOCALES)[number];

/** Any of `LOCALES`. */
export const anyLocale = fc.constantFrom(...LOCALES);

/** A person of any language and role, with admins who can be named or none. */
export const anyReader = fc
  .record({
    locale: anyLocale,
    role: fc.constantFrom(undefined, 'viewer' as const, 'editor' as const, 'admin' as const),
    admins: fc.constantFrom<readonly string[]>([], ['U9']),
  })
  .map(({ locale, role, admins }) => named(withAudience(readerOf(locale), { role, admins })));

/** A reader that a failing property shows by what differs, not by all their words. */
function named(reader: Reader): Reader {
  const { locale, role, admins } = reader;
  return Object.assign(reader, { [fc.toStringMethod]: () => JSON.stringify({ locale, role, admins }) });
}
