import { expect, test } from 'vitest';
import { compile, type Messages, translate } from '../../../src/slack/words/catalogue.ts';
import { en } from '../../../src/slack/words/en/en.ts';
import { createMessage, createMessageOptions } from '../../../src/slack/words/message.ts';
import { languageOf } from '../../../src/slack/words/words.ts';
import { readerOf } from '../readers.ts';
import { CATALOGUES } from './catalogues.ts';
import { messagesOf } from './messages-of.ts';

const original = {
  created: '{list} was created with {size, plural, one {# account} other {# accounts}}.',
  faults: { badName: '{word} is no name.' },
} as const;

const { created, faults } = compile(original, createMessageOptions('en', 'en-US'));

test('a translation may order its words as it likes', () => {
  const translated = translate(original, {
    created: '{size, plural, other {#}} 个账号：{list}',
    faults: { badName: '名称无效：{word}' },
  });
  const words = compile(translated, createMessageOptions('zh-CN', 'zh-CN'));
  expect(words.created({ list: { code: 'vip' }, size: 1200 })).toEqual(['1,200 个账号：', { code: 'vip' }]);
});

test('the compiler refuses arguments that are missing or misspelled, and messages that aren’t there', () => {
  // @ts-expect-error: an argument is missing
  expect(() => created({ list: 'vip' })).toThrow();
  // @ts-expect-error: a misspelled argument
  expect(() => created({ lst: 'vip', size: 1 })).toThrow();
  // @ts-expect-error: no arguments at all
  expect(() => faults.badName()).toThrow();
  // @ts-expect-error: no such message
  expect(faults.badNam).toBeUndefined();
  // @ts-expect-error: no such subject
  expect(readerOf().words.nothing).toBeUndefined();
});

test('the compiler refuses a translation with other messages or arguments than the original', () => {
  const created = '{list} {size, plural, other {#}}';
  const faults = { badName: '{word}' } as const;
  const incomplete: readonly Messages[] = [
    // @ts-expect-error: one of the messages is missing
    translate(original, { faults }),
    // @ts-expect-error: a group’s message is missing
    translate(original, { created, faults: {} }),
    // @ts-expect-error: an argument is left out
    translate(original, { created: '{list}', faults }),
    // @ts-expect-error: an argument that the original doesn’t have
    translate(original, { created: '{list} {size, plural, other {#}} {by}', faults }),
    // @ts-expect-error: a number where the original takes pieces
    translate(original, { created: '{list, number} {size, number}', faults }),
  ];
  expect(incomplete.map(({ created: text }) => text)).not.toContain(original.created);
  expect(translate(original, { created, faults })).toEqual({ created, faults });
});

test.each([
  ['en-GB', 'en'],
  ['xx', 'en'],
  ['zh-TW', 'zh-CN'],
  ['ko', 'ko'],
  ['ja-JP', 'ja'],
])('who reads %s reads %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test('readers of one locale share their words', () => {
  expect(readerOf('de-DE', 'Europe/Berlin').words).toBe(readerOf('de-DE').words);
});

const MARKS = ['b', 'code'];
const marksIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/<\/?([^>\s]*)/g)].map(([, mark]) => mark as string))].toSorted();

const ORIGINALS = new Map(messagesOf(en));

test.each(
  CATALOGUES.flatMap(({ language, messages }) =>
    messagesOf(messages).map(([name, text]) => ({ language, name, text })),
  ),
)(
  '$language $name is a valid message with the marks of the original, none of which an argument’s name takes',
  (one) => {
    const { language, name, text } = one;
    expect(() => createMessage(text, createMessageOptions(language, language))).not.toThrow();
    const marks = marksIn(text);
    expect(marks).toEqual(marksIn(ORIGINALS.get(name) ?? 'no such message'));
    expect(MARKS).toEqual(expect.arrayContaining([...marks]));
    for (const mark of marks) expect(text).not.toContain(`{${mark}}`);
  },
);
