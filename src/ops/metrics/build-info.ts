import { versions } from 'node:process';
import manifest from '../../../package.json' with { type: 'json' };

/** Returns the versions of the app and of Node. */
export function readVersions(): { readonly version: string; readonly node: string } {
  return { version: manifest.version, node: versions.node };
}
