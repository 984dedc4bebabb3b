import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './store/new-store.ts';

/** An installation with no more than the compile cache, and an app that says hello. */
function install(): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'src'));
  copyFileSync(join(import.meta.dirname, '../src/compile-cache.ts'), join(root, 'src/compile-cache.ts'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'src/main.ts'), 'const word: string = "hello"; process.stdout.write(word);');
  return root;
}

function start(root: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', './src/compile-cache.ts', 'src/main.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

test('what was compiled is kept beside the packages', () => {
  const root = install();
  mkdirSync(join(root, 'node_modules'));
  expect(start(root)).toBe('hello');
  expect(existsSync(join(root, 'node_modules/.cache/compiled'))).toBe(true);
});

test('where that can’t be written, the app starts all the same', () => {
  const root = install();
  writeFileSync(join(root, 'node_modules'), 'a file in the place of the folder');
  expect(start(root)).toBe('hello');
});
