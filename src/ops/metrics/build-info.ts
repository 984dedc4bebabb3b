import { versions } from 'node:process';
import manifest from '../../../package.json' with { type: 'json' };

/** The version that a bundle was built as, written into it by `manifest/image/bundle.ts`. From the sources there is none. */
declare const BUILT_VERSION: string;

/** Returns the versions of the app, that which the build was given or else its package's, and of Node. */
export function readVersions(): { readonly version: string; readonly node: string } {
  return {
    version: typeof BUILT_VERSION === 'string' ? BUILT_VERSION : manifest.version,
    node: versions.node,
  };
}
