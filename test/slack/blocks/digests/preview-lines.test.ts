import fc from 'fast-check';
import { expect, test } from 'vitest';
import { previewLines } from '../../../../src/slack/blocks/digests/preview-lines.ts';
import { toRichText, toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { hostileText } from '../hostile-text.ts';

const lines = (...text: string[]) => previewLines({ text: text.join('\n') }, 'Creators & co');

test('the line that says it is a preview, and the title, are left out; ten lines at most are shown', () => {
  const rows = Array.from({ length: 20 }, (_, n) => `row ${n}`);
  const shown = lines('Preview', 'Creators &amp; co', '12 followers', '', ...rows);
  expect(shown[0]).toEqual(['12 followers']);
  expect(shown).toHaveLength(10);
  expect(lines('Preview', '12 followers')).toEqual([['12 followers']]);
});

test('what the app’s own markup says is shown as that, and what is escaped as it was', () => {
  const sentence = ['a < b & c: ', { personId: 'U1' }, ' in ', { channelId: 'C1' }, ' since ', { time: 60_000 }];
  expect(lines('Preview', toText(sentence))).toEqual([sentence]);
  expect(lines('Preview', '&amp;lt;@U1&amp;gt;')).toEqual([['&lt;@U1&gt;']]);
});

test('no text of others’ is ever read as a mention', () => {
  fc.assert(
    fc.property(hostileText, (name) => {
      const shown = JSON.stringify(toRichText(lines('Preview', toText([{ code: name }]))));
      expect(shown).not.toMatch(/"type":"(?:user|channel|usergroup|broadcast|link|date)"/);
    }),
  );
});
