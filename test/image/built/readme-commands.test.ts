import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../dockerfile.ts';
import { bareDebian, CACHE, npmSettings, run } from './bare-debian.ts';
import { startContained } from './contained.ts';

const files = join(CACHE, 'readme');
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

beforeAll(() => {
  rmSync(files, { recursive: true, force: true });
  run('cp', ['-a', bareDebian(), files]);
  const tracked = run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT });
  for (const path of tracked.split('\0').filter((name) => name !== '' && existsSync(join(ROOT, name)))) {
    mkdirSync(join(files, 'project', dirname(path)), { recursive: true });
    cpSync(join(ROOT, path), join(files, 'project', path));
  }
});
afterAll(() => rmSync(files, { recursive: true, force: true }));

/** Runs a command as the README has it, on the bare Debian. */
async function type(command: string) {
  const mounts = npmSettings();
  const env = { PATH, HOME: '/root' };
  const typed = startContained(['sh', '-c', command], { files, folder: '/project', user: '0:0', mounts, env });
  return { code: await typed.ended, said: typed.stdout(), stderr: typed.stderr() };
}

test('on a bare Debian with Node and npm, the README’s commands show what followstats does', async () => {
  const installed = await type('npm ci');
  expect(installed.code, installed.stderr).toBe(0);
  const shown = await type('npm run demo -- "/followstats alice bob ghost"');
  expect(shown.code, shown.stderr).toBe(0);
  for (const account of ['alice', 'bob']) expect(shown.said).toMatch(new RegExp(`│ ${account} [^│]*│ +[\\d,]+ │`));
  expect(shown.said).toMatch(/ghost: .* 30003/);
});
