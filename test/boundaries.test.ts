import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Room → the rooms and files it may import from, its own aside. A room that isn't here may not exist. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['app.ts', 'as-typed.ts', 'config.ts', 'config', 'errors.ts'],
  'compile-cache.ts': [],
  'app.ts': [
    'compose.ts',
    'compose',
    'config.ts',
    'config',
    'errors.ts',
    'logger.ts',
    'open-app-store.ts',
    'ops',
    'slack',
    'tencent',
  ],
  'app-health.ts': ['config.ts', 'logger.ts', 'followstats', 'slack', 'store'],
  'compose.ts': [
    'app-health.ts',
    'compose',
    'config.ts',
    'logger.ts',
    'timers.ts',
    'followstats',
    'digests',
    'lookup',
    'ops',
    'slack',
    'store',
  ],
  compose: [
    'app-health.ts',
    'chat-lookup.ts',
    'config.ts',
    'logger.ts',
    'timers.ts',
    'followstats',
    'digests',
    'lookup',
    'ops',
    'slack',
    'store',
    'tencent',
  ],
  'open-app-store.ts': ['config.ts', 'logger.ts', 'store-upkeep.ts', 'lookup', 'ops', 'store'],
  'store-upkeep.ts': ['logger.ts', 'lookup', 'ops', 'store'],
  'chat-lookup.ts': ['config.ts', 'timers.ts', 'followstats', 'lookup', 'tencent'],
  'config.ts': ['config', 'errors.ts', 'followstats', 'tencent'],
  'deadline.ts': ['errors.ts'],
  'as-typed.ts': [],
  'errors.ts': [],
  'field-report.ts': [],
  'logger.ts': [],
  'retry-forever.ts': [],
  'timers.ts': [],
  config: ['config.ts', 'errors.ts', 'followstats'],
  followstats: ['deadline.ts', 'errors.ts', 'timers.ts'],
  lookup: ['deadline.ts', 'errors.ts', 'timers.ts', 'followstats'],
  tencent: ['config', 'errors.ts', 'followstats'],
  digests: ['errors.ts', 'timers.ts', 'followstats'],
  slack: [
    'config',
    'deadline.ts',
    'errors.ts',
    'field-report.ts',
    'logger.ts',
    'retry-forever.ts',
    'timers.ts',
    'followstats',
    'digests',
  ],
  store: ['errors.ts', 'retry-forever.ts', 'timers.ts', 'followstats', 'digests'],
  ops: ['deadline.ts', 'logger.ts'],
  cli: [
    'as-typed.ts',
    'config.ts',
    'config',
    'deadline.ts',
    'errors.ts',
    'field-report.ts',
    'logger.ts',
    'timers.ts',
    'followstats',
    'ops',
    'slack',
    'store',
    'tencent',
  ],
  demo: ['app.ts', 'config.ts', 'field-report.ts', 'store'],
};

/** Those that import packages, and nothing of the app. */
const IMPORT_PACKAGES: ReadonlySet<string> = new Set([
  'as-typed.ts',
  'compile-cache.ts',
  'field-report.ts',
  'logger.ts',
  'retry-forever.ts',
]);

/**
 * Room → its sub-rooms, each with those it may import from, its own aside; `.` is what lies beside the sub-rooms, among which
 * imports are free. A sub-room that isn't here may not exist.
 */
const SUB_ROOMS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  followstats: {
    '.': [
      ...['access', 'accounts', 'audit', 'changes', 'checks', 'commands', 'digests', 'events', 'history', 'links'],
      ...['lists', 'names', 'relations', 'reports', 'typed', 'watches'],
    ],
    typed: ['.'],
    audit: ['.'],
    access: ['.', 'audit', 'typed'],
    help: ['.'],
    accounts: ['.', 'typed'],
    names: ['.'],
    events: ['.'],
    reports: ['.', 'access', 'accounts', 'events', 'typed'],
    changes: ['.', 'events', 'reports', 'typed'],
    history: ['.', 'accounts', 'relations', 'reports', 'typed'],
    health: ['.'],
    relations: ['.', 'reports', 'typed'],
    checks: ['.', 'relations', 'reports', 'typed'],
    links: ['.', 'access', 'typed'],
    lists: ['.', 'access', 'reports', 'typed'],
    digests: ['.', 'access', 'audit', 'typed'],
    watches: ['.', 'access', 'audit', 'typed'],
    commands: [
      ...['.', 'access', 'audit', 'changes', 'checks', 'digests', 'help', 'history', 'links', 'lists'],
      ...['names', 'relations', 'reports', 'typed', 'watches'],
    ],
  },
  lookup: {
    '.': ['batching', 'budget', 'resilience'],
    batching: ['.', 'budget'],
    budget: [],
    resilience: ['.'],
  },
  digests: {
    '.': ['delivery', 'form', 'report', 'schedule', 'watches'],
    schedule: [],
    report: ['.', 'schedule'],
    form: ['.', 'schedule'],
    delivery: ['.', 'report', 'schedule'],
    watches: ['.', 'delivery', 'form'],
  },
  slack: {
    '.': [
      'blocks',
      'changes',
      'connection',
      'controls',
      'conversation',
      'digests',
      'history',
      'home',
      'lookups',
      'relations',
      'sending',
      'watches',
      'web-api',
    ],
    words: ['blocks'],
    blocks: ['.', 'words'],
    'web-api': ['words'],
    sending: ['blocks', 'web-api', 'words'],
    connection: ['.', 'web-api'],
    conversation: ['.', 'blocks', 'sending', 'web-api', 'words'],
    controls: ['.', 'blocks', 'conversation', 'sending', 'web-api', 'words'],
    home: ['.', 'blocks', 'controls', 'conversation', 'sending', 'web-api', 'words'],
    lookups: ['blocks', 'conversation', 'sending', 'web-api', 'words'],
    changes: ['blocks', 'conversation', 'lookups'],
    history: ['blocks', 'conversation', 'lookups', 'sending', 'web-api', 'words'],
    relations: ['.', 'blocks', 'conversation', 'sending', 'web-api', 'words'],
    digests: ['.', 'blocks', 'conversation', 'sending', 'web-api', 'words'],
    watches: ['.', 'blocks', 'conversation', 'digests', 'sending', 'web-api', 'words'],
    'field-test': ['.', 'blocks', 'connection', 'sending', 'web-api', 'words'],
  },
  'slack/blocks': {
    '.': [],
    kit: [],
    commands: [
      ...['kit', 'access', 'changes', 'checks', 'digests', 'history', 'links', 'lists', 'relations', 'reports'],
      'watches',
    ],
    help: ['kit'],
    asks: ['kit'],
    access: ['kit'],
    links: ['kit', 'reports'],
    lists: ['kit', 'reports'],
    history: ['kit', 'reports'],
    changes: ['kit', 'reports'],
    relations: ['kit', 'reports'],
    checks: ['kit', 'reports'],
    reports: ['kit'],
    digests: ['kit', 'access', 'reports'],
    watches: ['kit', 'access', 'digests', 'reports'],
    home: ['kit', 'access', 'asks', 'digests', 'links', 'lists', 'reports', 'watches'],
  },
  store: {
    '.': ['digests', 'engines', 'migrations', 'subjects', 'watches'],
    engines: ['.'],
    migrations: ['.'],
    subjects: ['.'],
    digests: ['.'],
    watches: ['.', 'digests'],
    upkeep: ['.', 'digests', 'engines', 'subjects'],
  },
  ops: { '.': ['http'], http: ['.'], metrics: ['http'] },
  'demo/slack': {
    '.': ['delivery', 'http', 'messages', 'methods', 'people', 'views'],
    blocks: [],
    delivery: ['.'],
    messages: ['.', 'blocks'],
    http: ['.', 'messages'],
    views: ['.', 'blocks', 'delivery', 'messages'],
    methods: ['.', 'blocks', 'http', 'messages', 'views'],
    people: ['.', 'delivery', 'http', 'messages', 'views'],
  },
};

/** What the stand-ins of Slack and Chat share with the rest of the demo, which they know nothing else of. */
const SHARED_WITH_STAND_INS = ['demo/chance.ts'];

/** Package → the rooms, sub-rooms or files it lives in. Type-only imports count: a type is knowledge, too. */
const PACKAGE_HOMES: Readonly<Record<string, readonly string[]>> = {
  '@slack/bolt': ['slack'],
  '@slack/socket-mode': ['slack/connection'],
  '@slack/types': ['slack/blocks', 'slack/field-test'],
  'csv-stringify': ['slack/blocks/kit'],
  undici: [
    'tencent',
    'chat-lookup.ts',
    'compose.ts',
    'compose/chat.ts',
    'slack/connection',
    'slack/sending/post-json.ts',
  ],
  'tls-sig-api-v2': ['tencent'],
  zod: ['tencent', 'config.ts', 'config', 'field-report.ts', 'slack', 'store'],
  kysely: ['store'],
  pg: ['store/engines'],
  'lru-cache': ['compose/chat.ts', 'compose/slack-clients.ts', 'followstats', 'lookup', 'store'],
  'p-retry': ['retry-forever.ts', 'digests/delivery/run-slot.ts'],
  'damerau-levenshtein': ['followstats/typed'],
  croner: ['digests/schedule'],
  'intl-messageformat': ['slack/words'],
  '@schummar/icu-type-parser': ['slack/words'],
  'prom-client': ['ops/metrics'],
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

/** @returns the sub-room of a file below `room`, `.` for one that lies beside the sub-rooms; `undefined` for one elsewhere */
function subRoomOf(room: string, file: string): string | undefined {
  if (!file.startsWith(`${room}/`)) return undefined;
  const [first, ...rest] = file.slice(room.length + 1).split('/');
  return rest.length === 0 ? '.' : first;
}

/** @returns what may be imported, `from → to`, and is not */
function unused(mayImport: Readonly<Record<string, readonly string[]>>, used: ReadonlySet<string>): readonly string[] {
  return Object.entries(mayImport)
    .flatMap(([from, targets]) => targets.map((to) => `${from} → ${to}`))
    .filter((pair) => !used.has(pair));
}

test.each(Object.entries(SUB_ROOMS))('every sub-room of %s imports those it may, and no others', (room, mayImport) => {
  const used = new Set<string>();
  const strays = imports.flatMap(({ file, target }) => {
    const from = subRoomOf(room, file);
    const to = target.startsWith('.') ? subRoomOf(room, join(dirname(file), target)) : undefined;
    if (from === undefined || to === undefined || from === to) return [];
    used.add(`${from} → ${to}`);
    return mayImport[from]?.includes(to) ? [] : [`${file} imports ${target}`];
  });
  expect(strays).toEqual([]);
  expect(unused(mayImport, used)).toEqual([]);
  const found = globSync(`src/${room}/*/`, { cwd: ROOT }).map((path) => path.split('/').at(-1) as string);
  expect(Object.keys(mayImport).toSorted()).toEqual(['.', ...found].toSorted());
});

test('no two files import each other, however far around', () => {
  const next = Map.groupBy(
    imports.filter(({ target, room }) => target.startsWith('.') && room !== 'demo'),
    ({ file }) => file,
  );
  const done = new Set<string>();
  const circles: string[] = [];
  function visit(file: string, path: readonly string[]): void {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const { target } of next.get(file) ?? []) visit(join(dirname(file), target), [...path, file]);
    done.add(file);
  }
  for (const file of next.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test('every room imports the rooms it may, and no others', () => {
  const used = new Set<string>();
  const strays = imports.flatMap(({ file, room, target }) => {
    // Which holds the app's version, and belongs to no room.
    if (!target.startsWith('.') || target.endsWith('/package.json')) return [];
    const to = roomOf(join(dirname(file), target));
    used.add(`${room} → ${to}`);
    return to === room || MAY_IMPORT[room]?.includes(to) ? [] : [`${file} imports ${target}`];
  });
  expect(strays).toEqual([]);
  expect(unused(MAY_IMPORT, used)).toEqual([]);
  expect(new Set(imports.map(({ room }) => room))).toEqual(
    new Set(Object.keys(MAY_IMPORT).filter((room) => MAY_IMPORT[room]?.length !== 0 || IMPORT_PACKAGES.has(room))),
  );
});

test('a room has one compose.ts, and no sub-room has its own', () => {
  const strays = globSync('src/*/*/**/compose.ts', { cwd: ROOT });
  expect(strays).toEqual([]);
});

/** What every room may import, so that the map doesn't say it. */
const FOR_ALL = new Set(['errors.ts', 'deadline.ts', 'timers.ts']);

test('the map of the house says of every room what it may import', () => {
  const rows = readFileSync(join(ROOT, 'src/README.md'), 'utf8').matchAll(/^\| `([\w.-]+)\/?` \|.*\|([^|]*)\|$/gm);
  const said = [...rows].map(([, room, cell]) => {
    const names = [...(cell as string).matchAll(/`([\w.-]+)\/?`/g)].map(([, name]) => name as string);
    return [room as string, names.toSorted()];
  });
  const may = Object.entries(MAY_IMPORT).map(([room, others]) => [
    room,
    others.filter((name) => !FOR_ALL.has(name)).toSorted(),
  ]);
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(may));
});

test('of the demo only the process of the app knows the app', () => {
  const files = imports.filter(
    ({ file, target }) => roomOf(file) === 'demo' && /^\.\.\/(app|config)\.ts$/.test(target),
  );
  expect(new Set(files.map(({ file }) => file))).toEqual(new Set(['demo/app-child.ts']));
});

test('of the demo only what writes its past knows the store', () => {
  const files = imports.filter(
    ({ file, target }) =>
      roomOf(file) === 'demo' && target.startsWith('.') && roomOf(join(dirname(file), target)) === 'store',
  );
  expect(new Set(files.map(({ file }) => file))).toEqual(new Set(['demo/past/seed-history.ts']));
});

test.each(['demo/slack', 'demo/chat'])('%s imports nothing of the demo around it', (standIn) => {
  const strays = imports.flatMap(({ file, target }) => {
    if (!file.startsWith(`${standIn}/`) || !target.startsWith('.')) return [];
    const to = join(dirname(file), target);
    return to.startsWith(`${standIn}/`) || SHARED_WITH_STAND_INS.includes(to) ? [] : [`${file} imports ${target}`];
  });
  expect(strays).toEqual([]);
});

test('every package stays in its homes, and has none that it is not in', () => {
  const used = new Set<string>();
  const strays = imports.flatMap(({ file, target }) => {
    if (target.startsWith('.') || isBuiltin(target)) return [];
    const name = target
      .split('/')
      .slice(0, target.startsWith('@') ? 2 : 1)
      .join('/');
    const home = PACKAGE_HOMES[name]?.find((path) => file === path || file.startsWith(`${path}/`));
    if (home === undefined) return [`${file} imports ${target}`];
    used.add(`${name} → ${home}`);
    return [];
  });
  expect(strays).toEqual([]);
  expect(unused(PACKAGE_HOMES, used)).toEqual([]);
});

test('the manifest takes nothing from the app but its names, and its commands’ way to ask for help', () => {
  const text =
    readFileSync(join(ROOT, 'manifest/manifest.ts'), 'utf8') + readFileSync(join(ROOT, 'manifest/render.ts'), 'utf8');
  const fromApp = [...text.matchAll(/from '(\.\.\/src\/[^']+)'/g)].map(([, path]) => path);
  expect(fromApp).toEqual(['../src/slack/names.ts', '../src/cli/wants-help.ts']);
});

test('only the two main.ts and the demo touch the process, and nothing writes to the console', () => {
  const strays = globSync('src/**/*.ts', { cwd: ROOT }).filter((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const usesProcess =
      !path.startsWith('src/demo/') && !/^src\/(cli\/)?main\.ts$/.test(path) && /\bprocess\.\w/.test(text);
    return usesProcess || /\bconsole\.\w+\(/.test(text);
  });
  expect(strays).toEqual([]);
});

test('nothing that is bundled looks for files beside its own: in the image it lies elsewhere', () => {
  const notBundled = ['src/demo/**', 'src/compile-cache.ts'];
  const strays = globSync('src/**/*.ts', { cwd: ROOT, exclude: notBundled }).filter((path) =>
    /\bimport\.meta\.(url|dirname|filename|resolve)\b/.test(readFileSync(join(ROOT, path), 'utf8')),
  );
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
