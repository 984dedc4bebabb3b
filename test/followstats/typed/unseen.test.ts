import { expect, test } from 'vitest';
import { dropUnseen, dropUnseenButEmoji } from '../../../src/followstats/typed/unseen.ts';

const named: readonly (readonly [name: string, character: string])[] = [
  ['zero width space', '\u200b'],
  ['zero width non-joiner', '\u200c'],
  ['zero width joiner', '\u200d'],
  ['word joiner', '\u2060'],
  ['byte order mark', '\ufeff'],
  ['soft hyphen', '\u00ad'],
  ['left-to-right mark', '\u200e'],
  ['Arabic letter mark', '\u061c'],
  ['right-to-left override', '\u202e'],
  ['first strong isolate', '\u2068'],
  ['variation selector', '\ufe0f'],
  ['variation selector supplement', '\u{e0100}'],
  ['tag', '\u{e0061}'],
  ['Hangul filler', '\u3164'],
  ['combining grapheme joiner', '\u034f'],
  ['interlinear annotation anchor', '\ufff9'],
  ['null', '\u0000'],
];

test.each(named)('a %s is left out', (_, character) => {
  expect(dropUnseen(`a${character}b${character}`)).toBe('ab');
  expect(dropUnseenButEmoji(`${character}a${character}b`)).toBe('ab');
});

test.each([' ', '\t', '\n', '\r', '\u0085', '\u00a0', '\u3000', '\u2028', 'é', 'ا', '؀', '⠀', '小', '🙂'])(
  '%j stays',
  (character) => expect(dropUnseen(`a${character}b`)).toBe(`a${character}b`),
);

test.each(['❤️', '1️⃣', '👨‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👍🏽'])('%s stays whole where emoji do', (emoji) => {
  expect(dropUnseenButEmoji(`\u200b${emoji}\u200b x`)).toBe(`${emoji} x`);
});
