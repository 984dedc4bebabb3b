import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWords } from '../../../src/followstats/typed/words.ts';
import { writeWords } from '../../../src/followstats/typed/write-words.ts';

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '"',
        '“',
        '\\',
        ',',
        '，',
        ';',
        '<',
        '>',
        '&',
        '&amp;',
        '<@U1>',
        '<!here>',
        'list:x',
        'ä',
        '\n',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('words are read back as they were written, whatever was typed', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const words = readWords(typed);
      if ('kind' in words) return;
      const written = writeWords(words);
      // Only what was a mention or a link may not come out again.
      if (!typed.includes('<')) expect(written).toBeDefined();
      if (written === undefined) return;
      expect(readWords(written)).toEqual(words);
    }),
    { numRuns: 1000 },
  );
});
