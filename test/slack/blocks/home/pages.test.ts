import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PARTS, readPages, writePages } from '../../../../src/slack/blocks/home/pages.ts';

const anyPages = fc.record(Object.fromEntries(PARTS.map((part) => [part, fc.integer({ min: 1, max: 99_999 })])), {
  requiredKeys: [],
});

test('pages come back as they were written, within 85 characters', () => {
  fc.assert(
    fc.property(anyPages, (pages) => {
      expect(readPages(writePages(pages))).toEqual(pages);
      expect(writePages(pages).length).toBeLessThanOrEqual(85);
    }),
  );
});

test('of any other text only what can be pages is read', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('digests=-1', 'digests=1e9', 'constructor=1', 'lists=')),
      (text) => {
        for (const [part, page] of Object.entries(readPages(text))) {
          expect(PARTS).toContain(part);
          expect(page).toBeLessThan(100_000);
        }
      },
    ),
  );
  expect(readPages('digests=2 nothing lists=3')).toEqual({ digests: 2, lists: 3 });
});
