import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from '../dockerfile.ts';

/** Where all that these tests make is, on a disk: it takes some gigabytes. */
export const CACHE = join(ROOT, 'node_modules/.cache/image-test');

/** Runs a program to its end; throws with what it wrote on stderr when it fails. */
export function run(program: string, args: readonly string[], options: { readonly cwd?: string } = {}): string {
  return execFileSync(program, args, {
    ...options,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

/**
 * Returns the folder of a Debian with Node and npm alone, as `node:24-bookworm-slim` is, made once. Node is the one that
 * package.json pins, npm the one that runs this.
 */
export function bareDebian(): string {
  const folder = join(CACHE, 'debian');
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  run('debootstrap', ['--variant=minbase', '--include=ca-certificates', 'bookworm', unfinished]);
  const local = join(unfinished, 'usr/local');
  copyFileSync(process.execPath, join(local, 'bin/node'));
  const { npm_execpath: npm = createRequire('/usr/lib/node_modules/').resolve('npm') } = process.env;
  cpSync(dirname(dirname(npm)), join(local, 'lib/node_modules/npm'), { recursive: true });
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(local, `bin/${name}`));
  renameSync(unfinished, folder);
  return folder;
}

/** Returns what lets npm reach this machine's registry from inside: a file here, and where it has to be there. */
export function npmSettings(): readonly (readonly [here: string, there: string])[] {
  const setting = (name: string) => run('npm', ['config', 'get', name]).trim();
  const certificates = setting('cafile');
  const files = [
    [setting('userconfig'), '/root/.npmrc'],
    [setting('globalconfig'), '/usr/local/etc/npmrc'],
    [certificates, certificates],
  ] as const;
  return files.filter(([here]) => existsSync(here));
}
