import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ADMIN, accounts } from '../store/contracts/askers.ts';
import { describePostgres } from '../store/engines.ts';
import { openNew, temporaryFolder } from '../store/new-store.ts';
import { runNode } from './node-process.ts';

const EX_USAGE = 64;
const EX_CONFIG = 78;

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = runNode('src/cli/main.ts', args, env);
  return { code: await child.ended, lines: child.stdout().split('\n').slice(0, -1), stderr: child.stderr() };
}

async function openUsed(folder: string) {
  const store = await openNew(async () => ({ kind: 'sqlite', folder }));
  await store.lists.create('team' as never, accounts('alice'), ADMIN);
  return store;
}

describe('beside a running app', () => {
  test('the audit log is printed, as a table and as JSON', async () => {
    const folder = temporaryFolder();
    await openUsed(folder);
    const table = await run(['audit'], { DATA_DIR: folder });
    expect(table.lines).toEqual([expect.stringMatching(/^when/), expect.stringMatching(/ list-create .*list=team/)]);
    const json = await run(['audit', '--since', '1h', '--json'], { DATA_DIR: folder });
    expect(json.lines.map((line) => JSON.parse(line).details)).toEqual([
      { list: 'team', asked: 1, changed: 1, size: 1 },
    ]);
    expect((await run(['audit', '--since', '2999-01-01', '--json'], { DATA_DIR: folder })).lines).toEqual([]);
  });

  test('a backup is made and its size told', async () => {
    const folder = temporaryFolder();
    await openUsed(folder);
    const file = join(folder, 'copy.db');
    const { code, lines } = await run(['backup', file], { DATA_DIR: folder });
    expect([code, lines]).toEqual([0, [`${statSync(file).size} bytes in ${file}`]]);
  });
});

test.each<[args: readonly string[], env: Readonly<Record<string, string>>, code: number, said: RegExp]>([
  [[], {}, EX_USAGE, /there are: backup, copy-store, audit/],
  [['backup'], {}, EX_USAGE, /npm run backup -- FILE/],
  [
    ['backup', '/nowhere/copy.db'],
    {},
    EX_CONFIG,
    /no backup can be put into \/nowhere: there is no such folder; make it/,
  ],
  [
    ['backup', `${import.meta.filename}/x/copy.db`],
    {},
    EX_CONFIG,
    /upkeep.test.ts\/x: it is not a folder; name another/,
  ],
  [['audit', '--until', '1d'], {}, EX_USAGE, /'--until'.*\n.*npm run audit/],
  [['audit', '--since', 'yesterday'], {}, EX_USAGE, /--since takes 12h/],
  [['audit'], { DATA_DIR: '/nowhere' }, EX_CONFIG, /DATA_DIR holds no store/],
  [['backup', '/tmp/x'], { DATABASE_URL: 'postgres://a@b/c' }, EX_CONFIG, /pg_dump/],
  [['copy-store'], {}, EX_CONFIG, /DATABASE_URL is required/],
  [['copy-store', 'x'], {}, EX_USAGE, /takes no arguments/],
  [['audit'], { DATABASE_URL: 'mysql://x' }, EX_CONFIG, /DATABASE_URL must be a Postgres URL/],
  [
    ['audit'],
    { DATABASE_URL: 'postgres://a:hush@127.0.0.1:1/c' },
    1,
    /cannot use Postgres at 127.0.0.1:1: ECONNREFUSED/,
  ],
])('%j with %j ends with %i and says why', async (args, env, code, said) => {
  const { stderr, ...ended } = await run(args, env);
  expect(stderr).toMatch(said);
  expect(stderr).not.toMatch(/hush|^\s+at /m);
  expect(ended).toEqual({ code, lines: [] });
});

test.each([
  ['backup', 'npm run backup -- FILE'],
  ['copy-store', 'npm run copy-store'],
  ['audit', 'npm run audit -- [--since 12h|7d|4w|2026-11-25] [--json]'],
  ['doctor', 'npm run doctor [-- --json]'],
  ['field-test', 'npm run field-test -- --channel C… --accounts a,b,missing'],
])('%s --help prints its usage and what it does, and exits 0 whatever the environment holds', async (name, usage) => {
  const env = { DATABASE_URL: 'mysql://x', SLACK_BOT_TOKEN: 'x' };
  expect(await run([name, '--json', '--help'], env)).toEqual({
    ...{ code: 0, stderr: '' },
    lines: [usage, expect.stringMatching(/^ {4}[A-Z].+\.$/)],
  });
});

test('--help alone prints the usage of every command', async () => {
  const { code, lines, stderr } = await run(['--help']);
  expect([code, stderr]).toEqual([0, '']);
  expect(lines.flatMap((line) => /^npm run (\S+)/.exec(line)?.[1] ?? [])).toEqual([
    ...['backup', 'copy-store', 'audit', 'doctor', 'field-test'],
  ]);
});

test('the manifest prints its usage likewise', async () => {
  const child = runNode('manifest/render.ts', ['--help']);
  expect([await child.ended, child.stderr()]).toEqual([0, '']);
  expect(child.stdout()).toMatch(/^npm run manifest .*writes slack-manifest\.yml/);
});

describePostgres('with Postgres', (newStore) => {
  test('the embedded store is copied there, and its audit log read', async () => {
    const folder = temporaryFolder();
    await (await openUsed(folder)).close();
    const target = await newStore();
    const env = { DATA_DIR: folder, DATABASE_URL: 'url' in target ? target.url : '' };
    const copied = await run(['copy-store'], env);
    expect([copied.code, copied.stderr]).toEqual([0, '']);
    expect(copied.lines).toContain('1 audit entries');
    expect((await run(['audit', '--json'], env)).lines).toHaveLength(1);
  });
});
