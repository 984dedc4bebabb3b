import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../../src/slack/words/en/en.ts';
import { messagesOf } from './messages-of.ts';
import { type Names, readNames } from './read-names.ts';

const SRC = join(import.meta.dirname, '../../../src');
const read = (files: string) =>
  globSync(files, { cwd: SRC, exclude: ['slack/words/{en,ko,ja,zh-cn}/**'] }).map((file) =>
    readNames(readFileSync(join(SRC, file), 'utf8')),
  );

/** The files that say something, each by the names in it, and all names in the rest of the app. */
const SPEAKING = read('slack/**/*.ts');
const ALL = new Set(read('{slack,digests,followstats,tencent}/**/*.ts').flatMap(({ names }) => [...names])).union(
  new Set(read('errors.ts').flatMap(({ names }) => [...names])),
);

/**
 * Whether some file takes a message: it names the message and the group that it stands in, or takes whatever of that group
 * something names elsewhere, such as a code or a reason.
 */
function isTaken(path: string): boolean {
  // A button is taken with its words and its label.
  const [name = '', group = '', around = ''] = path
    .replace(/\.(?:text|label)$/, '')
    .split('.')
    .toReversed();
  return SPEAKING.some((file) => takes(file, name, group) && takes(file, group, around));
}

function takes({ names, chosenFrom, ends }: Names, name: string, from: string): boolean {
  const isPutTogether = [...ends].some((end) => name.endsWith(end) && names.has(name.slice(0, -end.length)));
  return names.has(name) || isPutTogether || (chosenFrom.has(from) && ALL.has(name));
}

test('every message is said somewhere', () => {
  const dead = messagesOf(en).filter(([path]) => !isTaken(path));
  expect(dead.map(([path]) => path)).toEqual([]);
});

test.each(['reports.absurd', 'digests.controls.absurd.text', 'failures.byCode.absurd', 'absurd.title'])(
  '%s, which nothing takes, is found to be dead',
  (path) => {
    expect(isTaken(path)).toBe(false);
  },
);
