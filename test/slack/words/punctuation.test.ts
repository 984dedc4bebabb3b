import { describe, expect, test } from 'vitest';
import { en } from '../../../src/slack/words/en/en.ts';
import { CATALOGUES } from './catalogues.ts';
import { messagesOf } from './messages-of.ts';
import { FILLED, waysOf } from './read-message.ts';

const ENGLISH = new Map(messagesOf(en));

/** All ways in which a language says things, each with its path. */
function saidIn(language: string): readonly (readonly [path: string, way: string])[] {
  const { messages = {} } = CATALOGUES.find((one) => one.language === language) ?? {};
  return messagesOf(messages).flatMap(([path, message]) => waysOf(message).map((way) => [path, way] as const));
}

/** Those in which something is found, as a failing test is to show them. */
const withFault = (language: string, fault: RegExp) =>
  saidIn(language)
    .filter(([path, way]) => !SEPARATORS.has(path) && fault.test(way))
    .map(([path, way]) => `${path}: ${way}`);

/** These are put between others, with their own spaces; and a UserID with its name, around which stand spaces as around any Latin word. */
const SEPARATORS: ReadonlySet<string> = new Set([
  'kit.comma',
  'kit.named',
  'kit.betweenSentences',
  'digestPosts.dot',
  'digestPosts.chart.between',
  'history.text.between',
]);

const FULL_WIDTH = '[、。，．：；？！（）「」『』【】]';
const IDEOGRAPH = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]';

describe.each(['en', 'ko', 'ja', 'zh-cn'])('in %s', (language) => {
  test('no message begins or ends with a space, or has two in a row', () => {
    expect(withFault(language, /^\s|\s$|\s\s/)).toEqual([]);
  });

  test('what is a sentence in English ends as sentences do', () => {
    const ends = { en: /[.?]$/, ko: /[.?]$/, ja: /[。？]$/, 'zh-cn': /[。？]$/ }[language] ?? /$^/;
    const open = saidIn(language).filter(([path, way]) => {
      const isSentence = !path.endsWith('.text') && waysOf(ENGLISH.get(path) ?? '').every((one) => /[.?]$/.test(one));
      // A button’s words are no sentence, and what is filled in may come last behind a colon.
      return isSentence && !ends.test(way) && !/[:：]\s?\ufffc$/.test(way);
    });
    expect(open.map(([path, way]) => `${path}: ${way}`)).toEqual([]);
  });
});

describe.each(['ja', 'zh-cn'])('in %s', (language) => {
  test('punctuation is full-width, with no space around it but beside a dot, a stroke or a code at the end', () => {
    expect(withFault(language, new RegExp(`\\s${FULL_WIDTH}|${FULL_WIDTH}\\s(?![·/]|${FILLED}$)`, 'u'))).toEqual([]);
    expect(withFault(language, new RegExp(`(?:${IDEOGRAPH}|${FILLED})\\s?[.,:;?!()]`, 'u'))).toEqual([]);
    expect(withFault(language, new RegExp(`(?:[,;?!()]|(?<!list):)\\s?${IDEOGRAPH}`, 'u'))).toEqual([]);
  });

  test('a space stands between its own letters and Latin ones', () => {
    expect(withFault(language, new RegExp(`${IDEOGRAPH}[a-z]|[a-z]${IDEOGRAPH}`, 'iu'))).toEqual([]);
  });
});

test('in Korean punctuation is half-width', () => {
  expect(withFault('ko', new RegExp(FULL_WIDTH, 'u'))).toEqual([]);
});
