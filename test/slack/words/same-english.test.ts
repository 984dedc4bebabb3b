import { expect, test } from 'vitest';
import { en } from '../../../src/slack/words/en/en.ts';
import { CATALOGUES } from './catalogues.ts';
import { messagesOf } from './messages-of.ts';

/** Paths by their English. */
const SAME_ENGLISH = [...Map.groupBy(messagesOf(en), ([, message]) => message)]
  .map(([message, all]) => ({ message, paths: all.map(([path]) => path) }))
  .filter(({ paths }) => paths.length > 1);

test.each(CATALOGUES)(
  'what is the same in English is the same in $language, so that it means the same',
  ({ messages }) => {
    const translated = new Map(messagesOf(messages));
    const differing = SAME_ENGLISH.flatMap(({ message, paths }) => {
      const ways = new Set(paths.map((path) => translated.get(path)));
      return ways.size > 1 ? [`${message}: ${paths.map((path) => `${path} ${translated.get(path)}`).join(' | ')}`] : [];
    });
    expect(differing).toEqual([]);
  },
);

test('some messages are the same in English', () => {
  expect(SAME_ENGLISH.length).toBeGreaterThan(10);
});
