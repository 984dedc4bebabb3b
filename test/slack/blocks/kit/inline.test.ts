import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, escapeText, toBullets, toRichText, toText } from '../../../../src/slack/blocks/kit/inline.ts';

describe('untrusted text is made one harmless line', () => {
  test.each([
    ['what is harmless stays', 'Zoë *b* <@U1> `x` 陈丽', 'Zoë *b* <@U1> `x` 陈丽'],
    ['a line break', 'alice\nbob: 5 followers', 'alice bob: 5 followers'],
    ['a run of line breaks', 'a\r\n\u2028\u2029\u0085b', 'a b'],
    ['what turns text around', 'a\u202eb\u2066c\u061cd', 'a b c d'],
    ['what hides', 'a\u200bb\u2060c\ufeffd\u00ade', 'a b c d e'],
    ['tag characters', 'a\u{e0061}b', 'a b'],
    ['half a character', 'a\ud83db', 'a\ufffdb'],
    ['spaces around', '  a  ', 'a'],
  ])('%s', (_, text, cleaned) => {
    expect(clean(text)).toBe(cleaned);
  });

  test.each(['', ' ', '\n\t', '\u202e\u200b', '\u{e0061}'])(
    '%j leaves a dash, since a cell may not be empty',
    (text) => {
      expect(clean(text)).toBe('–');
    },
  );

  test('a long text is cut with a sign of it', () => {
    expect(clean('abcdef', 4)).toBe('abc…');
    expect(clean('abcd', 4)).toBe('abcd');
    expect(clean('x'.repeat(400))).toHaveLength(300);
  });

  test('the cut never goes through an emoji', () => {
    expect(clean('😀😀😀', 2)).toBe('😀…');
    expect(clean('a🇩🇪🇫🇷', 4)).toBe('a🇩🇪…');
    expect(clean('ab👍🏽c', 4)).toBe('ab…');
  });

  test('whatever it is given: never empty, never too long, nothing unseen in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.integer({ min: 1, max: 40 }), (text, longest) => {
        const cleaned = clean(text, longest);
        expect([...cleaned].length).toBeGreaterThan(0);
        expect([...cleaned].length).toBeLessThanOrEqual(longest);
        expect(cleaned).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(clean(cleaned, longest)).toBe(cleaned);
      }),
      { numRuns: 300 },
    );
  });
});

test('exactly the three special characters are escaped, each once', () => {
  expect(escapeText('<!channel> & &lt; "\'*_`')).toBe('&lt;!channel&gt; &amp; &amp;lt; "\'*_`');
});

describe('a sentence', () => {
  const at = Date.UTC(2026, 0, 2, 3, 4, 59, 999);
  const sentence = [
    'a <b>',
    { code: '<c>\n' },
    { bold: 'd&' },
    { personId: 'U1' },
    { groupId: 'S1' },
    { channelId: 'C1' },
    { time: at },
  ];

  test('becomes rich text whose elements are never parsed', () => {
    expect(toRichText([sentence]).elements).toEqual([
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'a <b>' },
          { type: 'text', text: '<c>', style: { code: true } },
          { type: 'text', text: 'd&', style: { bold: true } },
          { type: 'user', user_id: 'U1' },
          { type: 'usergroup', usergroup_id: 'S1' },
          { type: 'channel', channel_id: 'C1' },
          {
            type: 'date',
            timestamp: Math.floor(at / 1000),
            format: '{date_short_pretty} {time}',
            fallback: '2026-01-02 03:04 UTC',
          },
        ],
      },
    ]);
  });

  test('becomes escaped text with the same words', () => {
    expect(toText(sentence)).toBe(
      `a &lt;b&gt;&lt;c&gt;d&amp;<@U1><!subteam^S1><#C1><!date^${Math.floor(at / 1000)}^{date_short_pretty} {time}|2026-01-02 03:04 UTC>`,
    );
  });

  test('becomes an item of a list', () => {
    expect(toBullets([['a'], ['b']]).elements).toMatchObject([
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ elements: [{ text: 'a' }] }, { elements: [{ text: 'b' }] }],
      },
    ]);
  });
});
