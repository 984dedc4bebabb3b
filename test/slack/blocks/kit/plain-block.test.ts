import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import { toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { plainBlock } from '../../../../src/slack/blocks/kit/plain-block.ts';
import { anyReader, readerOf } from '../../readers.ts';
import { hostileText } from '../hostile-text.ts';

test('mentions and times become words, and escapes what they stand for', () => {
  const text = toText([
    { personId: 'U1' },
    ' of ',
    { channelId: 'C1' },
    ' asked ',
    { groupId: 'S1' },
    ' <&amp;> at ',
    { time: 0 },
  ]);
  expect(plainBlock(readerOf(), text).text?.text).toBe(
    'a person of a channel asked a user group <&amp;> at 1970-01-01 00:00 UTC',
  );
});

test('whatever a text holds, it is a block that Slack takes', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { maxLength: 30 }), anyReader, (pieces, reader) => {
      const text = pieces.map((code) => toText([{ code }])).join('\n');
      expect(validateBlocks([plainBlock(reader, text || '–')], 'modal')).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
