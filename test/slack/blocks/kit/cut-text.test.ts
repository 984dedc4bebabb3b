import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText } from '../../../../src/slack/blocks/kit/cut-text.ts';
import { type Inline, toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { hostileText } from '../hostile-text.ts';

const note = (lines: number) => `… and ${lines} more lines`;

const piece: fc.Arbitrary<Inline> = fc.oneof(
  hostileText.map((code) => ({ code })),
  fc.constantFrom<Inline>(
    { personId: 'U0ANA' },
    { groupId: 'S0OPS' },
    { channelId: 'C0OPEN' },
    { time: 1_700_000_000_000 },
  ),
  fc.constantFrom<Inline>('& < >', '👩‍👩‍👧 𝒳', 'plain words, ', '&amp; as it was typed'),
);
const lines = fc.array(fc.array(piece, { minLength: 1, maxLength: 30 }).map(toText), { minLength: 1, maxLength: 60 });

test('text that fits is kept as it is', () => {
  expect(cutText('one\ntwo', 7, note)).toBe('one\ntwo');
});

test('a cut text is within the limit, keeps whole lines and counts the others', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 100, max: 4000 }), (all, longest) => {
      const text = all.join('\n');
      const cut = cutText(text, longest, note);
      expect(cut.length).toBeLessThanOrEqual(longest);
      if (text.length <= longest) {
        expect(cut).toBe(text);
        return;
      }
      const kept = cut.split('\n');
      const left = Number(/^… and (\d+) more lines$/.exec(kept.at(-1) ?? '')?.[1] ?? 0);
      const shown = left > 0 ? kept.slice(0, -1) : kept;
      expect(shown.length + left).toBe(all.length);
      // Only the first line may be cut itself, and then it is the only one.
      if (shown[0]?.endsWith('…') && shown[0] !== all[0]) expect(all[0]?.startsWith(shown[0].slice(0, -1))).toBe(true);
      else expect(shown).toEqual(all.slice(0, shown.length));
    }),
  );
});

test('a line is never cut within an escape, a mention or a character', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 5, maxLength: 60 }),
      fc.integer({ min: 40, max: 600 }),
      (pieces, longest) => {
        const cut = cutText(toText(pieces), longest, note);
        expect(cut.isWellFormed()).toBe(true);
        // What is left once whole mentions and escapes are taken away holds nothing of either.
        expect(cut.replaceAll(/<[^<>]*>|&(?:amp|lt|gt);/g, '')).not.toMatch(/[<>&]/);
      },
    ),
  );
});
