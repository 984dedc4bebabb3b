import fc from 'fast-check';

const MARKUP = [
  '<!channel>',
  '<!here|x>',
  '<@U1>',
  '<#C1>',
  '<http://x|y>',
  '*b*',
  '_i_',
  '~s~',
  '`c`',
  '```',
  '&lt;',
  '&amp;',
  '> q',
];
const UNSEEN = [
  '\n',
  '\r\n',
  '\u2028',
  '\u2029',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u200b',
  '\ufeff',
  '\u{e0041}',
];
const BROKEN = ['\ud800', '\udc00', '\uffff'];

/** UserIDs of printable ASCII that try to mention, link, format or escape, and any other. */
export const hostileId = fc
  .oneof(
    fc.array(fc.oneof(fc.constantFrom(...MARKUP), fc.string({ unit: 'grapheme-ascii', maxLength: 5 })), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom('a: 5 followers, 1 following, 1 mutual'.slice(0, 32), '"', '\\').map((id) => [id]),
  )
  .map((parts) => parts.join('').slice(0, 32).trim())
  .filter((id) => id !== '');

/** Any Unicode at all: what people type, and what Chat says of its errors. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...MARKUP, ...UNSEEN, ...BROKEN),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constant('long'.repeat(100)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
