import fc from 'fast-check';
import { cleanName } from '../../src/followstats/names/clean-name.ts';
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

/** Nicknames that try to be more than text. */
export const HOSTILE_NAMES = [
  '<!channel>',
  '<@U0123456>',
  '<#C0123456|general>',
  '*bold* _it_ ~no~ `code`',
  '<https://evil.example|Sign in>',
  ':emoji: @here',
  '\u202etxet desrever\u2066',
  'line\nbreak\r\n\tand more',
  '=1+1',
  '😀'.repeat(125),
  '&lt;b&gt; & <b>',
  "{0} {account} '{name}'",
] as const;

/** A person of any language and role, with admins who can be named or none. */
export const anyReader = fc
  .record({
    locale: anyLocale,
    role: fc.constantFrom(undefined, 'viewer' as const, 'editor' as const, 'admin' as const),
    admins: fc.constantFrom<readonly string[]>([], ['U9']),
    name: fc.constantFrom(undefined, ...HOSTILE_NAMES.map(cleanName)),
  })
  .map(({ locale, role, admins, name }) =>
    named({ ...withAudience(readerOf(locale), { role, admins }), nameOf: () => name }),
  );

/** A reader that a failing property shows by what differs, not by all their words. */
function named(reader: Reader): Reader {
  const { locale, role, admins } = reader;
  return Object.assign(reader, { [fc.toStringMethod]: () => JSON.stringify({ locale, role, admins }) });
}
