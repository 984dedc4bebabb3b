import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName, NAME_CHARACTERS } from '../../../src/followstats/names/clean-name.ts';

const FAMILY = '👨‍👩‍👧‍👦';
const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

test.each([
  ['Alice Liddell', 'Alice Liddell'],
  ['  Alice \t\r\n  Liddell\u2028', 'Alice Liddell'],
  ['a\u200bl\u200di\u2060c\ufeffe\u00ad', 'alice'],
  ['\u202eecila\u202c \u2066x\u2069', 'ecila x'],
  ['a\u0000l\u0007i\u001bce', 'alice'],
  ['山田　太郎', '山田 太郎'],
  ['Zoë 🇩🇪 👍🏽', 'Zoë 🇩🇪 👍🏽'],
  ['❤️', '❤️'],
  ['a\ud83dz', 'az'],
  ['\u0301\u0301 x', 'x'],
  [`z${'\u0301'.repeat(200)}`, `z${'\u0301'.repeat(4)}`],
  ['<!channel> & *b*', '<!channel> & *b*'],
])('%j is shown as %j', (raw, name) => {
  expect(cleanName(raw)).toBe(name);
});

test.each([
  '',
  ' ',
  '\n',
  '\u200b\u200b',
  '\u3164',
  '\u2800',
  '\u115f',
  '\u0301',
  '\ufe0f',
  '\u{e0041}',
  '\ud800',
  '\u034f',
])('of %j nothing is left to see: no name', (raw) => {
  expect(cleanName(raw)).toBeUndefined();
});

test('forty characters are shown whole, of more thirty-nine and an ellipsis', () => {
  expect(cleanName('x'.repeat(40))).toBe('x'.repeat(40));
  expect(cleanName('x'.repeat(41))).toBe(`${'x'.repeat(39)}…`);
  expect(cleanName('👍🏽'.repeat(40))).toBe('👍🏽'.repeat(40));
  expect(cleanName('👍🏽'.repeat(50))).toBe(`${'👍🏽'.repeat(39)}…`);
  expect(cleanName('e\u0301'.repeat(41))).toBe(`${'e\u0301'.repeat(39)}…`);
});

test('a family of emoji is shown as its members, since what joins them can’t be seen', () => {
  expect(cleanName(FAMILY)).toBe('👨👩👧👦');
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        '\u202e',
        '\u200b',
        '\ufeff',
        '\n',
        ' ',
        '\ud83d',
        '\udc4d',
        '👍🏽',
        FAMILY,
        '🇩🇪',
        'a',
        '\u0301',
        '<!here>',
        '\u3164',
      ),
      { maxLength: 120 },
    )
    .map((parts) => parts.join('')),
);

test('whatever it is, a name is one visible line of at most forty whole characters', () => {
  fc.assert(
    fc.property(hostile, (raw) => {
      const name = cleanName(raw);
      if (name === undefined) return;
      expect(name.isWellFormed()).toBe(true);
      expect(graphemes(name).length).toBeLessThanOrEqual(NAME_CHARACTERS);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]|\s\s|^\s|\s$/u);
      expect(name).toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u);
    }),
    { numRuns: 2000 },
  );
});

test('a name that is clean stays as it is', () => {
  fc.assert(
    fc.property(hostile, (raw) => {
      const name = cleanName(raw);
      if (name !== undefined) expect(cleanName(name)).toBe(name);
    }),
    { numRuns: 2000 },
  );
});

test('what it costs doesn’t grow with what comes', () => {
  const looked = cleanName(`${'\u200b'.repeat(1999)}🇩🇪${'x'.repeat(5_000_000)}`);
  expect(looked).toBeUndefined();
});
