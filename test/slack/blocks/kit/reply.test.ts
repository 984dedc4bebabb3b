import { expect, test } from 'vitest';
import { joinText, sentences } from '../../../../src/slack/blocks/kit/reply.ts';
import { readerOf } from '../../readers.ts';

test('sentences come a line each, in the text and in the blocks', () => {
  const { text, renderings } = sentences(readerOf(), ['one <1>'], ['two']);
  expect(text).toBe('one &lt;1&gt;\ntwo');
  expect(renderings).toHaveLength(1);
  expect(renderings[0]).toMatchObject([{ type: 'rich_text', elements: [{}, {}] }]);
});

test('text that fits is kept whole', () => {
  const lines = Array.from({ length: 399 }, () => 'x'.repeat(99));
  expect(joinText(readerOf(), lines)).toBe(lines.join('\n'));
});

test('text over Slack’s cut ends after a whole line and says how much is missing', () => {
  const lines = Array.from({ length: 1000 }, (_, n) => `${n} ${'x'.repeat(100)}`);
  const text = joinText(readerOf(), lines);
  expect(text.length).toBeLessThan(40_000);
  const kept = text.split('\n');
  expect(kept.slice(0, -1)).toEqual(lines.slice(0, kept.length - 1));
  expect(kept.at(-1)).toBe(`… and ${1000 - (kept.length - 1)} more lines`);
});
