import { expect, test } from 'vitest';
import { toPlain } from '../../../../src/slack/blocks/kit/inline.ts';
import { withoutMentions } from '../../../../src/slack/blocks/kit/without-mentions.ts';
import { readerOf } from '../../readers.ts';

test('words stand in the place of mentions, and all else stays', () => {
  const sentence = [{ personId: 'U1' }, ' of ', { channelId: 'C1' }, ' asked ', { groupId: 'S1' }, { code: '<@U2>' }];
  const plain = withoutMentions(readerOf(), [...sentence, { time: 0 }]);
  expect(toPlain(plain)).toBe('a person of a channel asked a user group<@U2>1970-01-01 00:00 UTC');
});
