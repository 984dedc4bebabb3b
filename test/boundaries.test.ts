import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Room → the rooms and files it may import from, its own aside. A room that isn't here may not exist. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['app.ts', 'config.ts', 'env-file.ts', 'errors.ts'],
  'app.ts': [
    'chat-lookup.ts',
    'config.ts',
    'errors.ts',
    'logger.ts',
    'secrets-of.ts',
    'followstats',
    'digests',
    'lookup',
    'tencent',
    'slack',
    'ops',
    'store',
  ],
  'chat-lookup.ts': ['config.ts', 'followstats', 'lookup', 'tencent'],
  'config.ts': ['config-fields.ts', 'errors.ts', 'followstats', 'proxy.ts', 'tencent'],
  'config-fields.ts': ['database-url.ts', 'followstats', 'url-checks.ts'],
  'database-url.ts': ['url-checks.ts'],
  'env-file.ts': ['env-lines.ts', 'errors.ts'],
  'env-lines.ts': [],
  'errors.ts': [],
  'logger.ts': [],
  'proxy.ts': ['url-checks.ts'],
  'secrets-of.ts': ['config.ts'],
  'url-checks.ts': [],
  followstats: ['errors.ts'],
  lookup: ['errors.ts', 'followstats'],
  tencent: ['errors.ts', 'followstats', 'proxy.ts'],
  digests: ['errors.ts', 'followstats'],
  slack: ['errors.ts', 'logger.ts', 'followstats', 'digests', 'proxy.ts'],
  store: ['errors.ts', 'followstats', 'digests'],
  ops: ['errors.ts', 'logger.ts'],
  upkeep: ['config.ts', 'env-file.ts', 'errors.ts', 'followstats', 'store'],
  demo: ['app.ts', 'config.ts'],
};

/** Package → the rooms it lives in. Type-only imports count: a type is knowledge, too. */
const PACKAGE_HOMES: Readonly<Record<string, readonly string[]>> = {
  '@slack/bolt': ['slack'],
  '@slack/socket-mode': ['slack'],
  '@slack/types': ['slack'],
  'csv-stringify': ['slack'],
  undici: ['tencent', 'chat-lookup.ts', 'slack'],
  'tls-sig-api-v2': ['tencent'],
  zod: ['tencent', 'config.ts', 'config-fields.ts', 'slack', 'store'],
  kysely: ['store'],
  pg: ['store'],
  'lru-cache': ['app.ts', 'lookup'],
  'p-retry': ['lookup', 'slack', 'digests', 'store'],
  'damerau-levenshtein': ['followstats'],
  croner: ['digests'],
  pino: ['logger.ts', 'app.ts'],
  preact: ['demo'],
  rolldown: ['demo'],
  ws: ['demo'],
  yaml: ['demo'],
  'cli-table3': ['demo'],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

const roomOf = (path: string): string => path.split('/')[0] ?? path;

function readImports(): readonly Import[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: ROOT }).flatMap((path) => {
    const file = relative('src', path);
    const text = readFileSync(join(ROOT, path), 'utf8');
    const found = text.matchAll(
      /^(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
    );
    return [...found].map(([, named, dynamic]) => ({ file, room: roomOf(file), target: (named ?? dynamic) as string }));
  });
}

const imports = readImports();

test('every room imports only the rooms it may', () => {
  const strays = imports.flatMap(({ file, room, target }) => {
    if (!target.startsWith('.')) return [];
    const to = roomOf(join(dirname(file), target));
    return to === room || MAY_IMPORT[room]?.includes(to) ? [] : [`${file} imports ${target}`];
  });
  expect(strays).toEqual([]);
  expect(new Set(imports.map(({ room }) => room))).toEqual(
    new Set(Object.keys(MAY_IMPORT).filter((room) => MAY_IMPORT[room]?.length !== 0 || room === 'logger.ts')),
  );
});

test('of the demo only the process of the app knows the app', () => {
  const files = imports.filter(
    ({ file, target }) => roomOf(file) === 'demo' && /^\.\.\/(app|config)\.ts$/.test(target),
  );
  expect(new Set(files.map(({ file }) => file))).toEqual(new Set(['demo/app-child.ts']));
});

test('every package stays in its room', () => {
  const strays = imports.flatMap(({ file, room, target }) => {
    if (target.startsWith('.') || isBuiltin(target)) return [];
    const name = target
      .split('/')
      .slice(0, target.startsWith('@') ? 2 : 1)
      .join('/');
    return PACKAGE_HOMES[name]?.includes(room) ? [] : [`${file} imports ${target}`];
  });
  expect(strays).toEqual([]);
});

test('the manifest takes nothing from the app but its names', () => {
  const text =
    readFileSync(join(ROOT, 'manifest/manifest.ts'), 'utf8') + readFileSync(join(ROOT, 'manifest/render.ts'), 'utf8');
  const fromApp = [...text.matchAll(/from '(\.\.\/src\/[^']+)'/g)].map(([, path]) => path);
  expect(fromApp).toEqual(['../src/slack/names.ts']);
});

test('only the two main.ts and the demo touch the process, and nothing writes to the console', () => {
  const strays = globSync('src/**/*.ts', { cwd: ROOT }).filter((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const usesProcess =
      !path.startsWith('src/demo/') && !/^src\/(upkeep\/)?main\.ts$/.test(path) && /\bprocess\.\w/.test(text);
    return usesProcess || /\bconsole\.\w+\(/.test(text);
  });
  expect(strays).toEqual([]);
});

test('wire names never leave the tencent room', () => {
  const strays = globSync('src/**/*.ts', { cwd: ROOT, exclude: ['src/tencent/**', 'src/demo/**'] }).filter((path) =>
    /\b(To_Account|From_Account|FollowInfo|ActionStatus|ErrorInfo|ResultInfo)\b(?!`)/.test(
      readFileSync(join(ROOT, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
    ),
  );
  expect(strays).toEqual([]);
});
