import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runNode } from './node-process.ts';

const MAIN = 'src/main.ts';
const UPKEEP = 'src/cli/main.ts';
const EX_CONFIG = 78;

test('a .env file in the folder is read, and the environment goes before it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-'));
  writeFileSync(join(folder, '.env'), 'SLACK_BOT_TOKEN=wrong\nPORT=70000\nLOG_LEVEL=loud\n');
  const app = runNode(MAIN, [], { LOG_LEVEL: 'info' }, folder);
  expect(await app.ended).toBe(EX_CONFIG);
  expect(app.stderr()).toContain('SLACK_BOT_TOKEN must be a bot token');
  expect(app.stderr()).toContain('PORT must be a whole number from 0 to 65535');
  expect(app.stderr()).not.toMatch(/LOG_LEVEL|wrong|70000|loud/);
  rmSync(folder, { recursive: true });
});

const folder = (path: string) => mkdirSync(path);
const pipe = (path: string) => execFileSync('mkfifo', [path]);
const utf16 = (path: string) => writeFileSync(path, Buffer.from('\uFEFFPORT=hush', 'utf16le'));
const nonsense = (path: string) => writeFileSync(path, 'PORT=3000\nhush\n');

test.each([
  ['folder', MAIN, [], folder, 'is a folder; it must be a text file'],
  ['pipe', MAIN, [], pipe, 'is a pipe or a socket; it must be a text file'],
  ['nonsense', MAIN, [], nonsense, 'line 2 is not of the form NAME=VALUE'],
  ['utf16', MAIN, [], utf16, 'is UTF-16 text; save it as UTF-8'],
  ['utf16', UPKEEP, ['audit'], utf16, 'is UTF-16 text; save it as UTF-8'],
  ['folder', UPKEEP, ['backup', 'copy.db'], folder, 'is a folder; it must be a text file'],
  ['nonsense', UPKEEP, ['copy-store'], nonsense, 'line 2 is not of the form NAME=VALUE'],
] as const)('a .env, %s, is one line and exit 78 for %s %j', async (_, file, args, make, said) => {
  const place = mkdtempSync(join(tmpdir(), 'followstats-'));
  onTestFinished(() => rmSync(place, { recursive: true }));
  make(join(place, '.env'));
  const child = runNode(file, args, {}, place);
  onTestFinished(() => child.kill('SIGKILL'));
  expect(await child.ended).toBe(EX_CONFIG);
  expect(child.stderr()).toMatch(/^followstats: \.env [^\n]+\n$/);
  expect(child.stderr()).toContain(said);
  expect(child.stdout() + child.stderr()).not.toContain('hush');
});

test('a .env with a byte order mark and Windows’ line ends is read whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, '.env'), '\uFEFFSLACK_BOT_TOKEN=wrong\r\nPORT="70000"\r\n');
  const app = runNode(MAIN, [], {}, folder);
  expect(await app.ended).toBe(EX_CONFIG);
  expect(app.stderr()).toContain('SLACK_BOT_TOKEN must be a bot token');
  expect(app.stderr()).toContain('PORT must be a whole number from 0 to 65535');
});

test('a proxy of .env that is no URL is a fault by its name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, '.env'), 'NODE_USE_ENV_PROXY=1\nHTTPS_PROXY=hush.test:3128\n');
  const app = runNode(MAIN, [], {}, folder);
  expect(await app.ended).toBe(EX_CONFIG);
  expect(app.stderr()).toMatch(/^followstats: HTTPS_PROXY must be an http\(s\) URL/m);
  expect(app.stderr()).not.toMatch(/hush|^\s+at /m);
});
