import { readFileSync } from 'node:fs';
import { versions } from 'node:process';

/** Returns the versions of the app and of Node. */
export function readVersions(): { readonly version: string; readonly node: string } {
  const file = new URL('../../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return { version, node: versions.node };
}
