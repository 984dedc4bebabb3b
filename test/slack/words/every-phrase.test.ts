import { describe, expect, test } from 'vitest';
import type { Sentence } from '../../../src/slack/blocks/kit/inline.ts';
import { toPlain } from '../../../src/slack/blocks/kit/inline.ts';
import { sentences } from '../../../src/slack/blocks/kit/reply.ts';
import type { Reader } from '../../../src/slack/words/reader.ts';
import { expectHarmless } from '../blocks/expect-harmless.ts';
import { ONE_A_LANGUAGE, readerOf } from '../readers.ts';
import { messagesIn } from './catalogues.ts';
import { messagesOf } from './messages-of.ts';
import { argumentsOf } from './read-message.ts';

type Say = (args: object) => Sentence;

const NUMBERS = [0, 1, 2, 1_234_567];

/** Every message of a reader's language, filled in with each number, and with text of people's own. */
function phrasesOf({ words, language }: Reader): readonly (readonly [path: string, said: Sentence])[] {
  return messagesOf(messagesIn(language)).flatMap(([path, message]) => {
    const say = path
      .split('.')
      .reduce<unknown>((group, name) => (group as Record<string, unknown>)[name], words) as Say;
    return NUMBERS.map((number) => {
      const args = [...argumentsOf(message)].map(([name, kind]) => [name, kind === 'number' ? number : PIECE] as const);
      return [path, say(Object.fromEntries(args))] as const;
    });
  });
}

const PIECE = { code: '<@U1> {x} & *bold* <b>x</b>' };

describe.each(ONE_A_LANGUAGE)('in %s', (locale) => {
  const reader = readerOf(locale);
  const phrases = phrasesOf(reader);

  test('every message is one that Slack takes, does nothing by itself, and is short', () => {
    for (const [path, said] of phrases) {
      const plain = toPlain(said);
      if (plain.trim() === '') continue;
      expectHarmless(sentences(reader, said));
      expect(plain.replaceAll(PIECE.code, '').length, path).toBeLessThanOrEqual(350);
      expect(plain, path).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test('numbers in messages are written as Intl writes them in the reader’s locale', () => {
    const written = new Intl.NumberFormat(locale).format(1_234_567);
    const grouped = phrases.filter(([, said]) => toPlain(said).includes(written));
    expect(grouped.length).toBeGreaterThan(100);
    for (const [path, said] of phrases) expect(toPlain(said), path).not.toContain('1234567');
  });
});
