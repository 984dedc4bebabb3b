import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUGS, findBug } from './bugs.ts';
import { replaceOnce } from './plant.ts';

const SRC = join(import.meta.dirname, '../../../src');

describe('each bug can be planted in the code as it is', () => {
  test.each(BUGS)('$name', (bug) => {
    const file = join(SRC, bug.file);
    expect(existsSync(file)).toBe(true);
    const source = readFileSync(file, 'utf8');
    const planted = replaceOnce(source, bug);
    expect(planted).not.toBe(source);
    expect(planted).toContain(bug.replace);
  });
});

test('bugs have names of their own, as the command line takes them, and say what goes wrong', () => {
  const names = BUGS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, about, days } of BUGS) {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(about).not.toBe('');
    expect(days).toBeLessThanOrEqual(365);
  }
});

test('a bug is planted only where its text stands once', () => {
  const bug = { name: 'b', file: 'x.ts', find: 'await ', replace: '' };
  expect(replaceOnce('await work()', bug)).toBe('work()');
  expect(() => replaceOnce('work()', bug)).toThrow('the bug “b” has 0 places in src/x.ts');
  expect(() => replaceOnce('await a; await b', bug)).toThrow('the bug “b” has 2 places in src/x.ts');
});

test('a name that there isn’t is told with those that there are', () => {
  expect(() => findBug('nope')).toThrow(BUGS[0]?.name);
});
