import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName } from '../../../../src/followstats/names/clean-name.ts';
import { NO_NAMES } from '../../../../src/followstats/names/names.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import { toRichText, toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { chartName, named, namedText, withoutNames } from '../../../../src/slack/blocks/kit/named-account.ts';
import { accountOption } from '../../../../src/slack/blocks/reports/open-account.ts';
import type { Reader } from '../../../../src/slack/words/reader.ts';
import { HOSTILE_NAMES, LOCALES, readerOf } from '../../readers.ts';
import { unescaped } from '../read-rendering.ts';

const alice = 'alice' as AccountId;
const knowing = (name: string | undefined, locale = 'en-US'): Reader => ({ ...readerOf(locale), nameOf: () => name });
const anyName = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: 'binary', maxLength: 80 }));

test.each([
  ['en-US', 'alice (Alice Liddell)'],
  ['ko-KR', 'alice (Alice Liddell)'],
  ['ja-JP', 'alice（Alice Liddell）'],
  ['zh-CN', 'alice（Alice Liddell）'],
])('in %s a name stands behind its UserID: %s', (locale, text) => {
  expect(namedText(knowing('Alice Liddell', locale), alice)).toBe(text);
  expect(toText(named(knowing('Alice Liddell', locale), alice))).toBe(text);
});

test('without a name, or where names have no room, the UserID stands alone', () => {
  expect(named(knowing(undefined), alice)).toEqual([{ bold: 'alice' }]);
  expect(named(withoutNames(knowing('Alice')), alice, 'code', 'Alice')).toEqual([{ code: 'alice' }]);
  expect(namedText({ ...readerOf(), nameOf: NO_NAMES.of }, alice, 'Alice')).toBe('alice');
});

test('a chart has room for short names alone', () => {
  expect(chartName(knowing('Al'), alice)).toBe('alice (Al)');
  expect(chartName(knowing('Alice Liddell'), alice)).toBe('alice');
});

test('an option of a menu is never longer than Slack takes, however it counts', () => {
  fc.assert(
    fc.property(anyName, fc.constantFrom('alice', 'x'.repeat(32)), (raw, account) => {
      const { text, value } = accountOption(knowing(cleanName(raw)), account as AccountId);
      expect(text.text.length).toBeLessThanOrEqual(75);
      expect(text.text.startsWith(account)).toBe(true);
      expect(text.text.isWellFormed()).toBe(true);
      expect([text.type, text.emoji, value]).toEqual(['plain_text', false, account]);
    }),
  );
});

test('no name is a mention, a link, an emoji or a format, in any language: it is text', () => {
  fc.assert(
    fc.property(anyName, fc.constantFrom(...LOCALES), fc.constantFrom('bold', 'code'), (raw, locale, style) => {
      const name = cleanName(raw);
      const sentence = named(knowing(name, locale), alice, style as 'bold' | 'code');
      const section = toRichText([sentence]).elements[0];
      const elements = section && 'elements' in section ? section.elements : [];
      const [userId, ...others] = elements;
      expect(userId).toEqual({ type: 'text', text: 'alice', style: { [style]: true } });
      expect(others.every((one) => Object.keys(one).join() === 'type,text' && one.type === 'text')).toBe(true);
      const text = toText(sentence);
      expect(text).not.toMatch(/[<>]/);
      expect(unescaped(text)).toBe(namedText(knowing(name, locale), alice));
      if (name !== undefined) expect(namedText(knowing(name, locale), alice)).toContain(name);
    }),
    { numRuns: 1000 },
  );
});
