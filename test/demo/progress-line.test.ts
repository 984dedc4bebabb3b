import { expect, test } from 'vitest';
import { isProgress } from '../../src/demo/progress-line.ts';
import { LANGUAGES } from '../../src/followstats/languages.ts';
import { progressReply } from '../../src/slack/conversation/render.ts';
import { createReaders, USUAL } from '../../src/slack/words/reader.ts';

test.each(
  LANGUAGES.flatMap(
    (language) =>
      [
        [language, 'below'],
        [language, 'here'],
      ] as const,
  ),
)(
  'the line that says that an answer takes long is known in %s (%s), and no answer is taken for it',
  (language, place) => {
    expect(isProgress(progressReply(createReaders(language)(USUAL), 25_000, place))).toBe(true);
    expect(isProgress({ text: 'alice · 12,480 followers …' })).toBe(false);
  },
);
